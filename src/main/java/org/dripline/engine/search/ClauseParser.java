package org.dripline.engine.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchKind;
import org.dripline.engine.mapping.SearchParameter;
import org.dripline.engine.search.Value.Local;
import org.dripline.outcome.Refusal;

/** Reads one parameter of a search: its name with modifiers and chains, and its values. */
final class ClauseParser {
    static final int MAX_VALUES = 100;
    static final int MAX_DEPTH = 4;
    private static final String HAS = "_has:";

    private final ResourceCatalog catalog;
    private final ValueParser values;

    ClauseParser(ResourceCatalog catalog, ValueParser values) {
        this.catalog = catalog;
        this.values = values;
    }

    Clause clause(ResourceMapping mapping, Parameter parameter) {
        return clause(mapping, parameter.name(), parameter.value(), 0);
    }

    private Clause clause(ResourceMapping mapping, String name, String value, int depth) {
        if (depth > MAX_DEPTH) {
            throw Refusal.invalid("search-depth", "A chain may have " + MAX_DEPTH + " links. Search in two steps.");
        }
        if (name.startsWith(HAS)) {
            return has(mapping, name, value, depth);
        }
        int dot = name.indexOf('.');
        String head = dot < 0 ? name : name.substring(0, dot);
        int colon = head.indexOf(':');
        SearchParameter parameter = Refusals.known(mapping, colon < 0 ? head : head.substring(0, colon));
        String modifier = colon < 0 ? "" : head.substring(colon + 1);
        if (!parameter.shortcut().isEmpty()) {
            return clause(
                    mapping,
                    parameter.shortcut() + name.substring(parameter.name().length()),
                    value,
                    depth);
        }
        if (dot >= 0) {
            return chain(mapping, parameter, modifier, name.substring(dot + 1), value, depth);
        }
        return leaf(mapping, parameter, modifier, value);
    }

    private Clause leaf(ResourceMapping mapping, SearchParameter parameter, String modifier, String value) {
        boolean typed = parameter.kind() == SearchKind.REFERENCE
                && !modifier.isEmpty()
                && Character.isUpperCase(modifier.charAt(0));
        Modifier known = modifier.isEmpty() || typed ? null : modifier(mapping, parameter, modifier);
        if (known == Modifier.MISSING) {
            return new Clause.Missing(parameter, truth(parameter, value));
        }
        List<String> texts = SearchText.split(value, ',');
        if (texts.size() > MAX_VALUES) {
            throw Refusal.invalid(
                    "search-values",
                    parameter + " may have " + MAX_VALUES + " values; it has " + texts.size() + ". Split the search.");
        }
        if (texts.stream().anyMatch(String::isEmpty)) {
            throw Refusal.invalid(
                    "search-value",
                    parameter + " has an empty value. Leave the parameter out, or give a value on both sides of each"
                            + " comma.");
        }
        List<Value> found = texts.stream()
                .flatMap(text -> values.values(parameter, known, text))
                .distinct()
                .toList();
        boolean negated = known == Modifier.NOT || known == Modifier.NOT_IN;
        return new Clause.Match(
                parameter,
                negated,
                typed
                        ? found.stream()
                                .map(text -> ofType(parameter, modifier, text))
                                .toList()
                        : found);
    }

    private Modifier modifier(ResourceMapping mapping, SearchParameter parameter, String code) {
        List<Modifier> valid = parameter.kind() == SearchKind.REFERENCE && !parameter.isCanonical()
                ? List.of(Modifier.MISSING, Modifier.IDENTIFIER)
                : Modifier.of(parameter.kind()).stream()
                        .filter(modifier -> modifier != Modifier.IDENTIFIER)
                        .toList();
        return Modifier.find(code)
                .filter(valid::contains)
                .orElseThrow(() -> Refusals.modifier(
                        mapping,
                        parameter,
                        code,
                        valid.stream().map(Modifier::code).toList()));
    }

    private static boolean truth(SearchParameter parameter, String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw Refusal.invalid("search-missing", parameter + ":missing takes true or false and nothing else.");
        };
    }

    /** {@code subject:Patient=1} says the same as {@code subject=Patient/1}. */
    private Value ofType(SearchParameter parameter, String type, Value value) {
        target(parameter, type);
        if (value instanceof Local local
                && (local.type() == null || local.type().equals(type))) {
            return new Local(type, local.id(), local.version());
        }
        throw Refusal.invalid(
                "search-reference",
                parameter + ":" + type + " takes the id of a " + type + " of this server. Leave out the modifier to"
                        + " search for a URL.");
    }

    private void target(SearchParameter parameter, String type) {
        if (!parameter.targets().isEmpty() && !parameter.targets().contains(type)) {
            throw Refusal.invalid(
                    "search-target",
                    parameter + " does not refer to a " + Refusals.quoted(type) + "."
                            + Refusals.meant(type, parameter.targets()) + " Valid are "
                            + String.join(", ", new TreeSet<>(parameter.targets())) + ".");
        }
    }

    private Clause chain(
            ResourceMapping mapping, SearchParameter reference, String type, String rest, String value, int depth) {
        if (reference.kind() != SearchKind.REFERENCE) {
            throw Refusal.invalid(
                    Refusals.CHAIN, reference + " of " + mapping.type() + " is no reference: nothing follows it.");
        }
        if (!type.isEmpty()) {
            target(reference, type);
        }
        List<ResourceMapping> served = catalog.all().stream()
                .filter(target -> type.isEmpty()
                        ? reference.targets().isEmpty() || reference.targets().contains(target.type())
                        : type.equals(target.type()))
                .toList();
        String name = rest.split("[.:]", 2)[0];
        Map<ResourceMapping, Clause> targets = new LinkedHashMap<>();
        Optional<Refusal> why = Optional.empty();
        for (ResourceMapping target : served) {
            if (name.startsWith("_has") || target.findParameter(name).isPresent()) {
                try {
                    targets.put(target, clause(target, rest, value, depth + 1));
                } catch (Refusal refusal) {
                    // One name may mean different things; what suits one of the types is asked of that one.
                    why = Optional.of(why.orElse(refusal));
                }
            }
        }
        if (targets.isEmpty()) {
            throw why.orElseGet(() -> Refusals.noTarget(reference, served, name));
        }
        return new Clause.Chain(reference, targets);
    }

    /** {@code _has:Observation:patient:code}. */
    private Clause has(ResourceMapping mapping, String name, String value, int depth) {
        String[] parts = name.split(":", 4);
        if (parts.length < 4) {
            throw Refusal.invalid(
                    "search-has",
                    "_has takes a type, its reference and a parameter: _has:Observation:patient:code=1234.");
        }
        ResourceMapping source = catalog.find(parts[1])
                .orElseThrow(() -> Refusals.unknownType(
                        parts[1],
                        catalog.all().stream().map(ResourceMapping::type).toList()));
        SearchParameter reference = Refusals.known(source, parts[2]);
        boolean refers = reference.kind() == SearchKind.REFERENCE
                && (reference.targets().isEmpty() || reference.targets().contains(mapping.type()));
        if (!refers) {
            String valid = source.parameters().stream()
                    .filter(other -> other.kind() == SearchKind.REFERENCE)
                    .filter(other -> other.targets().contains(mapping.type()))
                    .map(SearchParameter::name)
                    .collect(Collectors.joining(", "));
            throw Refusal.invalid(
                    "search-has",
                    reference + " of " + source.type() + " does not refer to a " + mapping.type()
                            + (valid.isEmpty() ? "." : ". Valid are " + valid + "."));
        }
        return new Clause.Has(source, reference, clause(source, parts[3], value, depth + 1));
    }

    /** That one of the clauses holds, or one of the references leads to one resource. */
    static Clause anyOf(List<Clause> clauses, List<SearchParameter> references, String type, String id) {
        List<Clause> any = new ArrayList<>(clauses);
        references.forEach(
                reference -> any.add(new Clause.Match(reference, false, List.of(new Local(type, id, null)))));
        return any.size() == 1 ? any.getFirst() : new Clause.AnyOf(any);
    }
}
