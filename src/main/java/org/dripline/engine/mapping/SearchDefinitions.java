package org.dripline.engine.mapping;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** R4's own definitions of search parameters, as HAPI brings them: kind, expression, targets, words. */
final class SearchDefinitions {
    private SearchDefinitions() {}

    static SearchParameter define(String type, String name, List<MappedElement> elements) {
        if (name.startsWith("_")) {
            return builtIn(name, elements);
        }
        RuntimeSearchParam definition =
                FhirContext.forR4Cached().getResourceDefinition(type).getSearchParam(name);
        if (definition == null) {
            throw new IllegalStateException("R4 has no search parameter " + name + " of " + type);
        }
        return new SearchParameter(
                name,
                SearchKind.valueOf(definition.getParamType().name()),
                definition.getUri(),
                oneLine(definition.getDescription()),
                ofType(type, definition.getPath()),
                targets(definition),
                elements);
    }

    /** R4's {@code patient} shares its definition with subjects that may be groups; its expression asks for a Patient. */
    private static Set<String> targets(RuntimeSearchParam definition) {
        if (definition.getPath().contains("resolve() is Patient")) {
            return Set.of("Patient");
        }
        return definition.getTargets() == null ? Set.of() : definition.getTargets();
    }

    private static SearchParameter builtIn(String name, List<MappedElement> elements) {
        return switch (name) {
            case "_id" -> resource(name, SearchKind.TOKEN, "Logical id of this artifact", "Resource.id", elements);
            case "_lastUpdated" ->
                resource(
                        name,
                        SearchKind.DATE,
                        "When the resource version last changed",
                        "Resource.meta.lastUpdated",
                        elements);
            default -> throw new IllegalStateException("R4 has no search parameter " + name);
        };
    }

    private static SearchParameter resource(
            String name, SearchKind kind, String description, String expression, List<MappedElement> elements) {
        String url = "http://hl7.org/fhir/SearchParameter/Resource-" + name.substring(1);
        return new SearchParameter(name, kind, url, description, expression, Set.of(), elements);
    }

    /** R4 shares some expressions between types: {@code A.code | B.code}. Only the parts of this type, or of all, are kept. */
    private static String ofType(String type, String expression) {
        return Stream.of(expression.split("\\|"))
                .map(String::strip)
                .filter(part ->
                        Stream.of(type + ".", "(" + type + ".", "Resource.").anyMatch(part::startsWith))
                .collect(Collectors.joining(" | "));
    }

    private static String oneLine(String description) {
        return description.replaceAll("\\s+", " ").strip();
    }
}
