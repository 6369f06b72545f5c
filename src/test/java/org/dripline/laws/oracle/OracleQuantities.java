package org.dripline.laws.oracle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dripline.laws.oracle.Units.Canonical;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;

/** Quantities and Ranges (R4, 3.1.1.4.11): a comparator is not considered, UCUM's units are converted. */
final class OracleQuantities implements Rules {
    private static final BigDecimal BEYOND = new BigDecimal("1E1000");

    @Override
    public boolean isIndexed(IBase value) {
        return !ends(value).isEmpty();
    }

    /** What there is of a Quantity or of a Range's two ends. */
    private static List<Quantity> ends(IBase value) {
        Stream<Quantity> ends = switch (value) {
            case Quantity quantity -> Stream.of(quantity);
            case Range range -> Stream.of(range.getLow(), range.getHigh());
            default -> Stream.empty();
        };
        return ends.filter(OracleQuantities::hasNumber).toList();
    }

    /** HAPI counts a number that has extensions only. */
    private static boolean hasNumber(Quantity quantity) {
        return quantity.getValue() != null;
    }

    @Override
    public Predicate<IBase> asked(Definition definition, String modifier, String text) {
        Rules.refuse(modifier);
        Prefixed prefixed = Prefixed.of(text);
        List<String> parts = SearchWords.split(prefixed.value(), '|').stream()
                .map(SearchWords::plain)
                .toList();
        AskedNumber number = AskedNumber.of(prefixed.prefix(), parts.getFirst());
        if (parts.size() == 1) {
            return asked(number, end -> true, Quantity::getValue);
        }
        if (parts.size() != 3 || parts.subList(1, 3).equals(List.of("", ""))) {
            throw new Refused("a quantity is number, number|system|code or number||code");
        }
        return asked(number, parts.get(1), parts.getLast());
    }

    private static Predicate<IBase> asked(AskedNumber number, String system, String code) {
        if (system.isEmpty()) {
            return asked(number, end -> code.equals(end.getCode()) || code.equals(end.getUnit()), Quantity::getValue);
        }
        Predicate<Quantity> sameSystem = end -> system.equals(end.getSystem());
        if (code.isEmpty()) {
            return asked(number, sameSystem, Quantity::getValue);
        }
        if (!system.equals(Units.UCUM)) {
            return asked(number, sameSystem.and(end -> code.equals(end.getCode())), Quantity::getValue);
        }
        Canonical canonical = Units.canonical(code);
        Predicate<Quantity> comparable = end ->
                end.getCode() != null && Units.canonical(end.getCode()).unit().equals(canonical.unit());
        return asked(number.in(canonical), sameSystem.and(comparable), OracleQuantities::canonicalAmount);
    }

    private static Predicate<IBase> asked(
            AskedNumber number, Predicate<Quantity> unit, Function<Quantity, BigDecimal> amount) {
        return value -> !ends(value).isEmpty()
                && ends(value).stream().allMatch(unit)
                && number.finds(low(value).map(amount), high(value).map(amount));
    }

    private static Optional<Quantity> low(IBase value) {
        return Optional.of(value instanceof Range range ? range.getLow() : (Quantity) value)
                .filter(OracleQuantities::hasNumber);
    }

    private static Optional<Quantity> high(IBase value) {
        return Optional.of(value instanceof Range range ? range.getHigh() : (Quantity) value)
                .filter(OracleQuantities::hasNumber);
    }

    private static BigDecimal canonicalAmount(Quantity quantity) {
        return Units.UCUM.equals(quantity.getSystem()) && quantity.getCode() != null
                ? Units.canonical(quantity.getCode()).amount(quantity.getValue())
                : quantity.getValue();
    }

    /** By the lower end, and the other way round by the upper one. */
    @Override
    public List<Comparable<?>> sortedBy(Definition definition, IBase value, boolean descending) {
        if (!isIndexed(value)) {
            return List.of();
        }
        return List.of(
                descending
                        ? high(value).map(OracleQuantities::canonicalAmount).orElse(BEYOND)
                        : low(value).map(OracleQuantities::canonicalAmount).orElse(BEYOND.negate()));
    }
}
