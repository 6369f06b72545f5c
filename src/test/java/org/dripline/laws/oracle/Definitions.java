package org.dripline.laws.oracle;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.rest.api.RestSearchParameterTypeEnum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dripline.laws.oracle.Definition.Component;
import org.hl7.fhir.r4.model.SearchParameter;

/** The search parameters of each type: R4's as HAPI tells them, R4's {@code _source} that HAPI leaves out, and others. */
public final class Definitions {
    private static final FhirContext R4 = FhirContext.forR4Cached();

    private static final Pattern ASKED_TYPE = Pattern.compile("resolve\\(\\) is ([A-Za-z]+)");
    private static final Set<RestSearchParameterTypeEnum> UNKNOWN =
            Set.of(RestSearchParameterTypeEnum.SPECIAL, RestSearchParameterTypeEnum.HAS);

    private final Map<String, Map<String, Definition>> byType = new HashMap<>();
    private final List<Definition> custom;

    public Definitions(List<Definition> custom) {
        this.custom = List.copyOf(custom);
    }

    public Optional<Definition> find(String type, String name) {
        return Optional.ofNullable(of(type).get(name));
    }

    /** By their names. */
    public Map<String, Definition> of(String type) {
        Map<String, Definition> known = byType.get(type);
        if (known == null) {
            known = define(type);
            byType.put(type, known);
        }
        return known;
    }

    private Map<String, Definition> define(String type) {
        Map<String, Definition> simple = new HashMap<>();
        List<RuntimeSearchParam> composites = new ArrayList<>();
        for (RuntimeSearchParam parameter : R4.getResourceDefinition(type).getSearchParams()) {
            if (parameter.getParamType() == RestSearchParameterTypeEnum.COMPOSITE) {
                composites.add(parameter);
            } else if (!UNKNOWN.contains(parameter.getParamType())) {
                simple.put(parameter.getName(), simple(type, parameter));
            }
        }
        simple.put("_source", Definition.of(type, "_source", Kind.URI, "Resource.meta.source"));
        custom.stream()
                .filter(definition -> definition.type().equals(type))
                .forEach(definition -> simple.put(definition.name(), definition));
        Map<String, Definition> all = new HashMap<>(simple);
        composites.forEach(parameter -> all.put(parameter.getName(), composite(type, parameter, simple)));
        return Map.copyOf(all);
    }

    private static Definition simple(String type, RuntimeSearchParam parameter) {
        return new Definition(
                type,
                parameter.getName(),
                Kind.valueOf(parameter.getParamType().name()),
                parameter.getPath(),
                targets(parameter),
                List.of());
    }

    /** R4 lists all targets of the element for some parameters that ask for one of them. */
    private static Set<String> targets(RuntimeSearchParam parameter) {
        Matcher asked = ASKED_TYPE.matcher(parameter.getPath());
        if (asked.find()) {
            return Set.of(asked.group(1));
        }
        return parameter.getTargets() == null ? Set.of() : parameter.getTargets();
    }

    /** HAPI knows no expressions of components, so R4's own resource is asked. */
    private static Definition composite(String type, RuntimeSearchParam parameter, Map<String, Definition> simple) {
        SearchParameter definition = R4Parameters.composite(type, parameter.getName());
        List<Component> components = definition.getComponent().stream()
                .map(component -> {
                    String name = R4Parameters.code(component.getDefinition());
                    return new Component(
                            Stream.ofNullable(simple.get(name)).findFirst().orElseThrow(),
                            corrected(component.getExpression()));
                })
                .toList();
        return new Definition(type, parameter.getName(), Kind.COMPOSITE, parameter.getPath(), Set.of(), components);
    }

    /** R4 writes {@code DateTime} in Observation's code-value-date, where its type is called {@code dateTime}. */
    private static String corrected(String expression) {
        return expression.replace("as(DateTime)", "as(dateTime)");
    }
}
