package org.dripline.laws;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dripline.stories.Answer;
import org.dripline.stories.Caller;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Law 6 for searches: every declared parameter searches, every other one that R4 knows is refused. */
class SearchTruthLaw {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final Caller CALLER = new Caller();

    /** R4's parameters of every search that no type declares (R4, search.html#all). */
    private static final List<String> COMMON = List.of(
            "_content",
            "_text",
            "_list",
            "_has:Observation:patient:code",
            "_type",
            "_filter",
            "_query",
            "_tag",
            "_profile",
            "_security",
            "_source",
            "_include",
            "_revinclude",
            "_summary",
            "_elements",
            "_contained",
            "_containedType",
            "_total");
    /** R4's modifiers (R4, search.html#modifiers); a statement cannot declare any, so none is offered. */
    private static final List<String> MODIFIERS = List.of(
            "missing", "exact", "contains", "not", "text", "in", "not-in", "below", "above", "Patient", "identifier");

    static List<String> types() {
        return Declared.types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyDeclaredParameterSearches(String type) {
        assertThat(Declared.type(type).getSearchParam()).isNotEmpty().allSatisfy(parameter -> {
            assertDefinedByR4(type, parameter);
            for (String value : values(parameter)) {
                Answer found = CALLER.get("/" + type + "?" + parameter.getName() + "=" + value)
                        .accepted(200);
                assertThat(found.resource().text("type")).contains("searchset");
                assertThat(found.link("self")).contains(parameter.getName() + "=");
                assertThat(found.entries())
                        .allSatisfy(entry -> assertThat(
                                        entry.object("search").orElseThrow().text("mode"))
                                .contains("match"));
            }
        });
    }

    private static void assertDefinedByR4(String type, CapabilityStatementRestResourceSearchParamComponent parameter) {
        String name = parameter.getName();
        if (name.startsWith("_")) {
            // HAPI invents one of these for each type; R4 defines them once, for all resources.
            assertThat(parameter.getDefinition())
                    .isEqualTo("http://hl7.org/fhir/SearchParameter/Resource-" + name.substring(1));
            return;
        }
        RuntimeSearchParam known = FHIR.getResourceDefinition(type).getSearchParam(name);
        assertThat(parameter.getDefinition()).isEqualTo(known.getUri());
        assertThat(parameter.getType().toCode()).isEqualTo(known.getParamType().getCode());
    }

    private static List<String> values(CapabilityStatementRestResourceSearchParamComponent parameter) {
        return switch (parameter.getType()) {
            case TOKEN -> List.of("a", "urn:s%7Ca", "%7Ca", "urn:s%7C", "a,b");
            case DATE -> List.of("2026", "ge2026-01", "lt2026-01-05T14:00:00Z", "ne2026-01-05,sa2025");
            case REFERENCE -> List.of("a", "Patient/a", "http://elsewhere.example/a");
            case URI -> List.of("urn:a", "http://elsewhere.example/a,urn:b");
            default -> throw new AssertionError("Nobody has said how to search by " + parameter.getType());
        };
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyUndeclaredParameterIsRefused(String type) {
        Set<String> declared = Declared.type(type).getSearchParam().stream()
                .map(CapabilityStatementRestResourceSearchParamComponent::getName)
                .collect(toSet());
        List<String> undeclared = new ArrayList<>(COMMON);
        FHIR.getResourceDefinition(type).getSearchParams().stream()
                .map(RuntimeSearchParam::getName)
                .forEach(undeclared::add);
        undeclared.removeAll(declared);
        declared.forEach(name -> MODIFIERS.forEach(modifier -> undeclared.add(name + ":" + modifier)));
        Declared.type(type).getSearchParam().stream()
                .filter(parameter -> values(parameter).contains("Patient/a"))
                .forEach(parameter -> undeclared.add(parameter.getName() + ".identifier"));

        undeclared.forEach(name -> Declared.assertRefused(CALLER.get("/" + type + "?" + name + "=a"), name));
    }
}
