package org.dripline.laws.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;

/**
 * The order of {@code _sort} (R4, 3.1.1.5.1). Of several values the one decides that comes first in the asked direction;
 * what has none comes last in both. Texts compare by their code points, as R4 leaves open.
 */
final class OracleOrder {
    private final SearchOracle oracle;

    OracleOrder(SearchOracle oracle) {
        this.oracle = oracle;
    }

    Comparator<Resource> of(String type, String sort) {
        List<Comparator<Resource>> keys = new ArrayList<>();
        for (String key : sort.split(",", -1)) {
            boolean descending = key.startsWith("-");
            keys.add(by(oracle.definition(type, descending ? key.substring(1) : key), descending));
        }
        return keys.stream().reduce((first, then) -> first.thenComparing(then)).orElseThrow();
    }

    private Comparator<Resource> by(Definition definition, boolean descending) {
        if (definition.kind() == Kind.COMPOSITE) {
            throw new Refused("composites have no order");
        }
        Comparator<Object> direction = descending ? natural().reversed() : natural();
        return Comparator.comparing(
                resource -> first(resource, definition, descending, direction), missingLast(direction));
    }

    private Optional<Object> first(
            Resource resource, Definition definition, boolean descending, Comparator<Object> direction) {
        Rules rules = oracle.rules(definition.kind());
        return oracle.values(resource, definition).stream()
                .flatMap(value -> rules.sortedBy(definition, value, descending).stream())
                .<Object>map(key -> key)
                .min(direction);
    }

    private static Comparator<Optional<Object>> missingLast(Comparator<Object> direction) {
        return (one, other) -> one.isPresent() && other.isPresent()
                ? direction.compare(one.get(), other.get())
                : Boolean.compare(one.isEmpty(), other.isEmpty());
    }

    @SuppressWarnings("unchecked") // The keys of one parameter are of one type, see Rules.
    private static Comparator<Object> natural() {
        return (one, other) -> one instanceof String text
                ? Arrays.compare(
                        text.codePoints().toArray(),
                        ((String) other).codePoints().toArray())
                : ((Comparable<Object>) one).compareTo(other);
    }
}
