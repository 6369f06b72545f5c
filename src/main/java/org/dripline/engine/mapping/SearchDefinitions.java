package org.dripline.engine.mapping;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** R4's own definitions of search parameters, as HAPI brings them: kind, expression, targets, words. */
final class SearchDefinitions {
    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final String SOURCE = "_source";

    private SearchDefinitions() {}

    /** The names of all that R4 defines for a type, for every type included. */
    static Set<String> names(String type) {
        Set<String> names = new TreeSet<>();
        R4.getResourceDefinition(type).getSearchParams().forEach(definition -> names.add(definition.getName()));
        names.add(SOURCE);
        return names;
    }

    static boolean isComposite(String type, String name) {
        return !name.equals(SOURCE)
                && definition(type, name).getParamType().name().equals(SearchKind.COMPOSITE.name());
    }

    /** A parameter that the elements given answer. */
    static SearchParameter define(String type, String name, List<MappedElement> elements) {
        if (name.equals(SOURCE)) {
            return source(elements);
        }
        RuntimeSearchParam definition = definition(type, name);
        return parameter(type, definition, elements, List.of());
    }

    /** A parameter that is answered as R4's expression says, by rows of the shared child tables. */
    static SearchParameter derive(String type, String name) {
        if (name.equals(SOURCE)) {
            return source(SearchPaths.of(type, SearchKind.URI, "Resource.meta.source"));
        }
        RuntimeSearchParam definition = definition(type, name);
        SearchKind kind = SearchKind.valueOf(definition.getParamType().name());
        return parameter(type, definition, SearchPaths.of(type, kind, ofType(type, definition.getPath())), List.of());
    }

    /** A composite of parameters that are defined already. */
    static SearchParameter compose(String type, String name, Map<String, SearchParameter> known) {
        RuntimeSearchParam definition = definition(type, name);
        List<SearchParameter> parts = definition.getComponents().stream()
                .map(component -> component.getReference().replaceFirst("^.*/" + type + "-", ""))
                .map(part -> Objects.requireNonNull(known.get(part), () -> type + " lacks " + part))
                .toList();
        return parameter(type, definition, List.of(), parts);
    }

    private static RuntimeSearchParam definition(String type, String name) {
        RuntimeSearchParam definition = R4.getResourceDefinition(type).getSearchParam(name);
        if (definition == null) {
            throw new IllegalStateException("R4 has no search parameter " + name + " of " + type);
        }
        return definition;
    }

    private static SearchParameter parameter(
            String type, RuntimeSearchParam definition, List<MappedElement> elements, List<SearchParameter> parts) {
        String url = definition.getUri();
        return new SearchParameter(
                definition.getName(),
                SearchKind.valueOf(definition.getParamType().name()),
                url == null || definition.getName().startsWith("_")
                        ? "http://hl7.org/fhir/SearchParameter/Resource-"
                                + definition.getName().substring(1)
                        : url,
                oneLine(definition.getDescription()),
                ofType(type, definition.getPath()),
                targets(definition),
                elements,
                parts,
                "");
    }

    private static SearchParameter source(List<MappedElement> elements) {
        return new SearchParameter(
                SOURCE,
                SearchKind.URI,
                "http://hl7.org/fhir/SearchParameter/Resource-source",
                "Identifies where the resource comes from",
                "Resource.meta.source",
                Set.of(),
                elements,
                List.of(),
                "");
    }

    /** R4's {@code patient} shares its definition with subjects that may be groups; its expression asks for a Patient. */
    private static Set<String> targets(RuntimeSearchParam definition) {
        Matcher asked = Pattern.compile("resolve\\(\\) is (\\w+)").matcher(definition.getPath());
        if (asked.find()) {
            return Set.of(asked.group(1));
        }
        return definition.getTargets() == null ? Set.of() : definition.getTargets();
    }

    /** R4 shares some expressions between types: {@code A.code | B.code}. Only the parts of this type, or of all, are kept. */
    private static String ofType(String type, String expression) {
        return Stream.of(expression.split("\\|"))
                .map(String::strip)
                .filter(part -> part.equals(type)
                        || Stream.of(type + ".", "(" + type + ".", "Resource.").anyMatch(part::startsWith))
                .collect(Collectors.joining(" | "));
    }

    private static String oneLine(String description) {
        return description.replaceAll("\\s+", " ").strip();
    }
}
