package org.dripline.laws.oracle;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The FHIR types that a parameter's expression can yield, read off HAPI's model. */
public final class ElementTypes {
    private static final FhirContext R4 = FhirContext.forR4Cached();

    private static final Pattern CAST = Pattern.compile("\\(?[\\w.]+(?: as |\\.as\\()(?<type>\\w+)\\)(?<rest>[.\\w]*)");
    private static final Map<Definition, Set<String>> KNOWN = new HashMap<>();

    private ElementTypes() {}

    /** Empty where the expression says more than paths and casts, as a custom one may. */
    public static Set<String> of(Definition definition) {
        Set<String> known = KNOWN.get(definition);
        if (known == null) {
            known = Expressions.parts(definition.expression()).stream()
                    .flatMap(part -> types(definition.type(), part))
                    .collect(Collectors.toUnmodifiableSet());
            KNOWN.put(definition, known);
        }
        return known;
    }

    private static Stream<String> types(String resource, String part) {
        if (part.contains(".exists()")) {
            return Stream.of("boolean");
        }
        String path = part.replaceAll("\\.where\\(.*\\)$", "");
        Matcher cast = CAST.matcher(path);
        if (cast.matches()) {
            return cast.group("rest").isEmpty()
                    ? Stream.of(cast.group("type"))
                    : at(
                            R4.getElementDefinition(cast.group("type")),
                            cast.group("rest").substring(1));
        }
        return path.matches("[\\w.]+")
                ? at(R4.getResourceDefinition(resource), path.substring(path.indexOf('.') + 1))
                : Stream.of();
    }

    private static Stream<String> at(BaseRuntimeElementDefinition<?> from, String path) {
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        BaseRuntimeElementCompositeDefinition<?> parent = (BaseRuntimeElementCompositeDefinition<?>) from;
        BaseRuntimeChildDefinition child = parent.getChildByName(first);
        BaseRuntimeChildDefinition choice = child == null ? parent.getChildByName(first + "[x]") : child;
        Stream<BaseRuntimeElementDefinition<?>> types =
                choice.getValidChildNames().stream().<BaseRuntimeElementDefinition<?>>map(choice::getChildByName);
        return dot < 0
                ? types.map(BaseRuntimeElementDefinition::getName).distinct()
                : types.flatMap(type -> at(type, path.substring(dot + 1)));
    }
}
