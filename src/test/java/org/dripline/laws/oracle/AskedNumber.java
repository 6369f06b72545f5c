package org.dripline.laws.oracle;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number that is searched for and how far its written precision reaches (R4, 3.1.1.4.6).
 *
 * @param half half of what the last written digit counts
 */
record AskedNumber(String prefix, BigDecimal value, BigDecimal half) {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?");

    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    static AskedNumber of(String prefix, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new Refused("not a number");
        }
        BigDecimal value = new BigDecimal(text);
        BigDecimal half = value.ulp().multiply(HALF);
        // R4's own example: 1e2 is [95, 105), not [50, 150).
        return new AskedNumber(prefix, value, value.scale() < 0 ? half.multiply(TENTH) : half);
    }

    AskedNumber in(Units.Canonical unit) {
        return new AskedNumber(prefix, unit.amount(value), unit.amount(half));
    }

    /**
     * Whether a stored number or range is what was asked for.
     *
     * @param low empty when there is no lower bound
     * @param high the same as the lower bound for a number
     */
    boolean finds(Optional<BigDecimal> low, Optional<BigDecimal> high) {
        return switch (prefix) {
            case "eq" -> contains(low, high);
            case "ne" -> !contains(low, high);
            case "gt" -> compare(high, value, 1) > 0;
            case "lt" -> compare(low, value, -1) < 0;
            case "ge" -> compare(high, value, 1) >= 0;
            case "le" -> compare(low, value, -1) <= 0;
            case "sa" -> compare(low, value, -1) > 0;
            case "eb" -> compare(high, value, 1) < 0;
            case "ap" -> compare(low, value.add(aTenth()), -1) <= 0 && compare(high, value.subtract(aTenth()), 1) >= 0;
            default -> throw new IllegalArgumentException(prefix);
        };
    }

    /** "The range of the search value fully contains the range of the target value." */
    private boolean contains(Optional<BigDecimal> low, Optional<BigDecimal> high) {
        return compare(low, value.subtract(half), -1) >= 0 && compare(high, value.add(half), 1) < 0;
    }

    private BigDecimal aTenth() {
        return value.abs().multiply(TENTH);
    }

    private static int compare(Optional<BigDecimal> bound, BigDecimal to, int whenOpen) {
        return bound.map(known -> known.compareTo(to)).orElse(whenOpen);
    }
}
