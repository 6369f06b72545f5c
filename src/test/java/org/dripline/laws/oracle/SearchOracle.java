package org.dripline.laws.oracle;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Resource;

/**
 * Answers searches over a fixed set of resources: which match, and in which order. Not thread-safe.
 *
 * <p>It says nothing of paging, includes or who may see what.
 */
public final class SearchOracle {
    private final Map<String, Map<String, Resource>> resources = new LinkedHashMap<>();
    private final Expressions expressions = new Expressions();
    private final Map<Kind, Rules> rules = new EnumMap<>(Kind.class);
    private final Definitions definitions;
    private final OracleReferences references;
    private final OracleChains chains;

    /** @param resources current versions with their ids, in the order of their creation */
    public SearchOracle(Collection<Resource> resources, Setting setting) {
        resources.forEach(resource -> this.resources
                .computeIfAbsent(resource.fhirType(), type -> new LinkedHashMap<>())
                .put(resource.getIdElement().getIdPart(), resource));
        definitions = new Definitions(setting.custom());
        references = new OracleReferences(setting);
        chains = new OracleChains(this, setting);
        rules.put(Kind.TOKEN, new OracleTokens(setting));
        rules.put(Kind.REFERENCE, references);
        rules.put(Kind.DATE, new OracleDates(setting));
        rules.put(Kind.STRING, new OracleStrings());
        rules.put(Kind.NUMBER, new OracleNumbers());
        rules.put(Kind.QUANTITY, new OracleQuantities());
        rules.put(Kind.URI, new OracleUris());
        rules.put(Kind.COMPOSITE, new OracleComposites(this::rules, expressions));
    }

    /**
     * The ids of the resources that match.
     *
     * @param name the parameter with its modifiers and chains, as left of the {@code =}
     * @param value as right of it, percent-decoded
     * @throws Refused when the search is answered with 400
     */
    public Set<String> ids(String type, String name, String value) {
        return ids(type, List.of(Map.entry(name, value)));
    }

    /** The ids of those that match all parameters. */
    public Set<String> ids(String type, List<Map.Entry<String, String>> parameters) {
        Predicate<Resource> all = parameters.stream()
                .map(parameter -> chains.condition(type, parameter.getKey(), parameter.getValue()))
                .reduce(resource -> true, Predicate::and);
        Set<String> ids = new LinkedHashSet<>();
        all(type)
                .filter(all)
                .forEach(resource -> ids.add(resource.getIdElement().getIdPart()));
        return ids;
    }

    /** All ids of the type in the order of {@code _sort}; what is equal stays in the order of creation. */
    public List<String> sorted(String type, String sort) {
        return all(type)
                .sorted(new OracleOrder(this).of(type, sort))
                .map(resource -> resource.getIdElement().getIdPart())
                .toList();
    }

    /** What the parameter's expression yields for a resource. */
    public List<IBase> values(Resource resource, Definition definition) {
        return expressions.evaluate(resource, definition.expression());
    }

    /** What an expression yields within an element. */
    public List<IBase> evaluate(IBase element, String expression) {
        return expressions.evaluate(element, expression);
    }

    public Definition definition(String type, String name) {
        return definitions.find(type, name).orElseThrow(() -> new Refused(type + " has no parameter " + name));
    }

    public Optional<Definition> find(String type, String name) {
        return definitions.find(type, name);
    }

    public Stream<Resource> all(String type) {
        return resources.getOrDefault(type, Map.of()).values().stream();
    }

    /** The resource of this server that a reference points to, in its current version. */
    public Optional<Resource> target(IBase reference) {
        return references
                .target(reference)
                .map(target -> resources.getOrDefault(target.type(), Map.of()).get(target.id()));
    }

    /** What of this server a reference points to, be it here or not. */
    Optional<LocalTarget> local(IBase reference) {
        return references.target(reference);
    }

    Rules rules(Kind kind) {
        return Stream.ofNullable(rules.get(kind)).findFirst().orElseThrow();
    }
}
