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
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Law 6 for searches: every declared parameter, modifier, include and sort works, every other one that R4 knows is
 * refused.
 */
class SearchTruthLaw {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final Caller CALLER = new Caller();
    private static final String OURS = "https://fhir.dripline.example/SearchParameter/";

    /** R4's parameters of every search that are not offered (R4, search.html#all). */
    private static final List<String> COMMON =
            List.of("_content", "_text", "_list", "_type", "_filter", "_query", "_containedType", "_score");

    static List<String> types() {
        return Declared.types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyDeclaredParameterSearches(String type) {
        assertThat(Declared.type(type).getSearchParam()).isNotEmpty().allSatisfy(parameter -> {
            assertDefined(type, parameter);
            List<String> questions = SearchQuestions.of(parameter);
            // What every type has is asked at length of one.
            boolean common = parameter.getName().startsWith("_") && !type.equals("Patient");
            for (String question : common ? questions.subList(0, 1) : questions) {
                assertSearches(type, question);
            }
        });
    }

    private static void assertSearches(String type, String question) {
        Answer found = CALLER.get("/" + type + "?" + question).accepted(200);
        assertThat(found.resource().text("type")).contains("searchset");
        assertThat(found.link("self")).contains(question.substring(0, question.indexOf('=') + 1));
        assertThat(found.entries())
                .allSatisfy(
                        entry -> assertThat(entry.object("search").orElseThrow().text("mode"))
                                .isNotEqualTo("outcome"));
    }

    private static void assertDefined(String type, CapabilityStatementRestResourceSearchParamComponent parameter) {
        String name = parameter.getName();
        if (name.startsWith("_")) {
            // HAPI invents one of these for each type; R4 defines them once, for all resources.
            assertThat(parameter.getDefinition())
                    .isEqualTo("http://hl7.org/fhir/SearchParameter/Resource-" + name.substring(1));
            return;
        }
        RuntimeSearchParam known = FHIR.getResourceDefinition(type).getSearchParam(name);
        if (known == null) {
            assertThat(parameter.getDefinition()).isEqualTo(OURS + type + "-" + name);
            return;
        }
        assertThat(parameter.getDefinition()).isEqualTo(known.getUri());
        assertThat(parameter.getType().toCode()).isEqualTo(known.getParamType().getCode());
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyOtherParameterAndModifierIsRefused(String type) {
        Set<String> declared = Declared.type(type).getSearchParam().stream()
                .map(CapabilityStatementRestResourceSearchParamComponent::getName)
                .collect(toSet());
        List<String> undeclared = new ArrayList<>(COMMON);
        FHIR.getResourceDefinition(type).getSearchParams().stream()
                .map(RuntimeSearchParam::getName)
                .forEach(undeclared::add);
        undeclared.removeAll(declared);
        Declared.type(type)
                .getSearchParam()
                .forEach(parameter -> SearchQuestions.refusedModifiers(parameter)
                        .forEach(modifier -> undeclared.add(parameter.getName() + ":" + modifier)));

        undeclared.forEach(name -> Declared.assertRefused(CALLER.get("/" + type + "?" + name + "=1"), type + name));
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyDeclaredIncludeIncludes(String type) {
        CapabilityStatementRestResourceComponent resource = Declared.type(type);
        for (StringType include : resource.getSearchInclude()) {
            assertSearches(type, "_include=" + include.getValue() + "&_include:iterate=" + include.getValue());
        }
        for (StringType include : resource.getSearchRevInclude()) {
            assertSearches(type, "_revinclude=" + include.getValue() + "&_revinclude:iterate=" + include.getValue());
        }
        assertSearches(type, "_include=*");
        assertSearches(type, "_revinclude=*");
        resource.getSearchParam().stream()
                .filter(parameter -> parameter.getType() != SearchParamType.REFERENCE)
                .forEach(parameter -> Declared.assertRefused(
                        CALLER.get("/" + type + "?_include=" + type + ":" + parameter.getName()), parameter.getName()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyParameterSortsUnlessItSaysThatItDoesNot(String type) {
        for (CapabilityStatementRestResourceSearchParamComponent parameter :
                Declared.type(type).getSearchParam()) {
            String sort = "_sort=" + parameter.getName();
            if (parameter.getDocumentation().endsWith("Results cannot be sorted by it.")) {
                Declared.assertRefused(CALLER.get("/" + type + "?" + sort), sort);
            } else {
                // One way for half of them, the other way for the rest.
                boolean up = parameter.getName().hashCode() % 2 == 0;
                assertSearches(type, (up ? sort : "_sort=-" + parameter.getName() + ",_id") + "&_count=2");
            }
        }
        Declared.assertRefused(CALLER.get("/" + type + "?_sort=nothing"), "_sort=nothing");
    }
}
