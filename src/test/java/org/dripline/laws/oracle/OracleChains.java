package org.dripline.laws.oracle;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Resource;

/** Reads the name of a parameter: its modifier, chains (R4, 3.1.1.4.15) and reverse chains (3.1.1.4.16). */
final class OracleChains {
    private static final int DEEPEST = 4;
    private static final String HAS = "_has:";

    private final SearchOracle oracle;
    private final Setting setting;

    OracleChains(SearchOracle oracle, Setting setting) {
        this.oracle = oracle;
        this.setting = setting;
    }

    /** Whether a resource of the type has what one parameter asks for. */
    Predicate<Resource> condition(String type, String name, String value) {
        return condition(type, name, value, DEEPEST);
    }

    private Predicate<Resource> condition(String type, String name, String value, int links) {
        if (name.startsWith(HAS)) {
            return reverse(type, name.substring(HAS.length()), value, oneLess(links));
        }
        int dot = name.indexOf('.');
        if (dot >= 0) {
            return chain(type, name.substring(0, dot), name.substring(dot + 1), value, oneLess(links));
        }
        int colon = name.indexOf(':');
        return colon < 0
                ? plain(oracle.definition(type, name), "", value)
                : plain(oracle.definition(type, name.substring(0, colon)), name.substring(colon + 1), value);
    }

    private static int oneLess(int links) {
        if (links == 0) {
            throw new Refused("more than " + DEEPEST + " links");
        }
        return links - 1;
    }

    private Predicate<Resource> plain(Definition definition, String modifier, String value) {
        Rules rules = oracle.rules(definition.kind());
        if (modifier.equals("missing")) {
            return missing(definition, rules, value);
        }
        List<Predicate<IBase>> alternatives = SearchWords.alternatives(value).stream()
                .map(text -> rules.asked(definition, modifier, text))
                .toList();
        Predicate<Resource> any = resource -> oracle.values(resource, definition).stream()
                .anyMatch(stored -> alternatives.stream().anyMatch(asked -> asked.test(stored)));
        return modifier.equals("not") || modifier.equals("not-in") ? any.negate() : any;
    }

    private Predicate<Resource> missing(Definition definition, Rules rules, String value) {
        if (definition.kind() == Kind.COMPOSITE || !Set.of("true", "false").contains(value)) {
            throw new Refused(":missing is true or false, and nothing that a composite has");
        }
        Predicate<Resource> present =
                resource -> oracle.values(resource, definition).stream().anyMatch(rules::isIndexed);
        return value.equals("true") ? present.negate() : present;
    }

    /** Only references to resources of this server are followed, each to the current version. */
    private Predicate<Resource> chain(String type, String link, String rest, String value, int links) {
        int colon = link.indexOf(':');
        Definition reference = reference(type, colon < 0 ? link : link.substring(0, colon));
        Map<String, Predicate<Resource>> byType = new TreeMap<>();
        // One name may mean different things; what suits one of the types is asked of that one.
        Refused why = new Refused("no target of " + reference + " has " + rest);
        for (String target : colon < 0 ? targets(reference) : Set.of(link.substring(colon + 1))) {
            if (colon >= 0 || oracle.find(target, start(rest)).isPresent() || rest.startsWith(HAS)) {
                try {
                    byType.put(target, condition(target, rest, value, links));
                } catch (Refused refused) {
                    why = refused;
                }
            }
        }
        if (byType.isEmpty()) {
            throw why;
        }
        return resource -> oracle.values(resource, reference).stream()
                .flatMap(stored -> oracle.target(stored).stream())
                .anyMatch(target -> Optional.ofNullable(byType.get(target.fhirType()))
                        .filter(wanted -> wanted.test(target))
                        .isPresent());
    }

    /** The name that a chain goes on with, without modifiers and further links. */
    private static String start(String rest) {
        return rest.split("[.:]", 2)[0];
    }

    private Set<String> targets(Definition reference) {
        Set<String> targets = new LinkedHashSet<>(setting.served());
        targets.removeIf(target -> !reference.allows(target));
        return targets;
    }

    private Definition reference(String type, String name) {
        Definition reference = oracle.definition(type, name);
        if (reference.kind() != Kind.REFERENCE) {
            throw new Refused(reference + " is no reference");
        }
        return reference;
    }

    /** {@code Observation:patient:code}: referred to by such a resource. */
    private Predicate<Resource> reverse(String type, String rest, String value, int links) {
        String[] parts = rest.split(":", 3);
        if (parts.length < 3 || !setting.served().contains(parts[0])) {
            throw new Refused("_has:Type:reference:parameter, of a type that is served");
        }
        Definition reference = reference(parts[0], parts[1]);
        if (!reference.allows(type)) {
            throw new Refused(reference + " never refers to " + type);
        }
        Predicate<Resource> wanted = condition(parts[0], parts[2], value, links);
        Set<Resource> referredTo = new LinkedHashSet<>();
        oracle.all(parts[0])
                .filter(wanted)
                .flatMap(referring -> oracle.values(referring, reference).stream())
                .flatMap(stored -> oracle.target(stored).stream())
                .forEach(referredTo::add);
        return referredTo::contains;
    }
}
