package org.dripline.engine.search;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchParameter;

/** One parameter of a search as a typed value. All clauses of a search must hold. */
sealed interface Clause {

    /** How many values are looked for, in how many places: what a statement grows with. */
    default int lookups() {
        return switch (this) {
            case Match match ->
                match.anyOf().size() * Math.max(1, match.parameter().elements().size());
            case Missing missing -> 1;
            case Chain chain ->
                Math.max(1, chain.reference().elements().size())
                        * chain.targets().values().stream()
                                .mapToInt(Clause::lookups)
                                .sum();
            case Has has ->
                Math.max(1, has.reference().elements().size()) * has.clause().lookups();
            case AnyOf any -> any.clauses().stream().mapToInt(Clause::lookups).sum();
            case OfTypes types ->
                types.types().values().stream()
                        .flatMap(List::stream)
                        .mapToInt(Clause::lookups)
                        .sum();
        };
    }

    /**
     * Any of the values may match.
     *
     * @param negated whether none may, which a resource without the element fulfils, too
     */
    record Match(SearchParameter parameter, boolean negated, List<Value> anyOf) implements Clause {
        public Match {
            anyOf = List.copyOf(anyOf);
        }

        @Override
        public String toString() {
            return parameter + (negated ? " not " : " = ") + joined(anyOf, " or ");
        }
    }

    /** Whether there is no value to search by. */
    record Missing(SearchParameter parameter, boolean missing) implements Clause {
        @Override
        public String toString() {
            return parameter + (missing ? " missing" : " present");
        }
    }

    /** What is referred to matches; of several types any may. */
    record Chain(SearchParameter reference, Map<ResourceMapping, Clause> targets) implements Clause {
        @Override
        public String toString() {
            return targets.entrySet().stream()
                    .map(target -> reference + " -> " + target.getKey().type() + " (" + target.getValue() + ")")
                    .collect(Collectors.joining(" or "));
        }
    }

    /** A resource that refers here matches. */
    record Has(ResourceMapping source, SearchParameter reference, Clause clause) implements Clause {
        @Override
        public String toString() {
            return "has " + source.type() + " by " + reference + " (" + clause + ")";
        }
    }

    /** Any of the clauses holds. */
    record AnyOf(List<Clause> clauses) implements Clause {
        public AnyOf {
            clauses = List.copyOf(clauses);
        }

        @Override
        public String toString() {
            return "(" + joined(clauses, " or ") + ")";
        }
    }

    /** For a search in all types: the resource is of one of these types, and its clauses hold. */
    record OfTypes(Map<ResourceMapping, List<Clause>> types) implements Clause {
        @Override
        public String toString() {
            return types.entrySet().stream()
                    .map(type -> "is " + type.getKey().type()
                            + (type.getValue().isEmpty() ? "" : " (" + joined(type.getValue(), " and ") + ")"))
                    .collect(Collectors.joining(" or ", "(", ")"));
        }
    }

    private static String joined(List<?> parts, String by) {
        return parts.stream().map(Object::toString).collect(Collectors.joining(by));
    }
}
