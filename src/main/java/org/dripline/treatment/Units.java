package org.dripline.treatment;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Units in words, and numbers to their decimals, always half up. */
final class Units {
    static final int PERCENT_DECIMALS = 1;
    static final int MG_PER_KG_DECIMALS = 2;
    /** For quotients that are compared, never shown. */
    static final int EXACT_DECIMALS = 10;

    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Units() {}

    /** As people write a unit of UCUM. */
    static String shown(String unit) {
        return switch (unit) {
            case "mm[Hg]" -> "mmHg";
            case "/min" -> "per minute";
            case "d" -> "days";
            default -> unit;
        };
    }

    static BigDecimal rounded(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** As written, without the zeros that the column adds. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }
}
