package org.dripline.engine.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.DefinedUnit;
import org.fhir.ucum.Pair;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.jspecify.annotations.Nullable;

/**
 * UCUM units in UCUM's base units: {@code mg} and {@code g} meet in {@code g}. A special unit such as {@code Cel}, whose
 * zero lies elsewhere, meets only itself. Thread-safe.
 */
public final class Units {
    public static final String UCUM = "http://unitsofmeasure.org";

    /** Units are the sender's words, so their number is not ours to bound by hoping. */
    private static final int MAX_KNOWN = 1000;

    private static final int MAX_CODE = 40;
    private static final int MAX_BRACKETS = 3;

    /** More than two digits behind anything that can be raised to a power, or a number of more than nine. */
    private static final Pattern LARGE_POWER = Pattern.compile("[A-Za-z*^\\])%'\"][+-]?\\d{3}|\\d{10}");

    /** Two ways to one number, such as 40 /min and 2400 /h, agree to this many digits. */
    private static final MathContext DIGITS = new MathContext(25);

    private static final Map<String, Optional<Factor>> KNOWN = new ConcurrentHashMap<>();

    /** What a number in a unit is multiplied with, and the unit that it is then in. */
    public record Factor(BigDecimal factor, String unit) {
        public BigDecimal of(BigDecimal number) {
            return plain(number.multiply(factor).round(DIGITS));
        }
    }

    /** UCUM's own table, as the library brings it; read at first use. */
    private static final class Service {
        static final UcumEssenceService UCUM = read();

        private static UcumEssenceService read() {
            try (InputStream essence = UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml")) {
                return new UcumEssenceService(essence);
            } catch (IOException | UcumException broken) {
                throw new IllegalStateException("UCUM's table of units cannot be read", broken);
            }
        }
    }

    private Units() {}

    /** The same number without a negative scale, which H2 does not take for a number with decimals. */
    public static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /** The factor of a quantity's unit; empty when the unit is not one of UCUM's. */
    public static Optional<Factor> factor(@Nullable String system, @Nullable String code) {
        if (!UCUM.equals(system) || code == null) {
            return Optional.empty();
        }
        Optional<Factor> known = KNOWN.get(code);
        if (known != null) {
            return known;
        }
        Optional<Factor> found = find(code);
        if (KNOWN.size() < MAX_KNOWN) {
            KNOWN.put(code, found);
        }
        return found;
    }

    /** The library computes every power and follows every bracket, however large and many. */
    private static boolean isTame(String code) {
        return code.length() <= MAX_CODE
                && !LARGE_POWER.matcher(code).find()
                && code.chars().filter(c -> c == '(').count() <= MAX_BRACKETS;
    }

    private static Optional<Factor> find(String code) {
        if (!isTame(code) || Service.UCUM.validate(code) != null) {
            return Optional.empty();
        }
        if (Service.UCUM.getModel().getUnit(code) instanceof DefinedUnit unit && unit.isSpecial()) {
            return Optional.of(new Factor(BigDecimal.ONE, code));
        }
        try {
            Pair canonical =
                    Service.UCUM.getCanonicalForm(new Pair(new Decimal("1.000000000000000000000000000"), code));
            String unit = canonical.getCode().isEmpty() ? "1" : canonical.getCode();
            return Optional.of(new Factor(new BigDecimal(canonical.getValue().asDecimal()), unit));
        } catch (UcumException special) {
            return Optional.of(new Factor(BigDecimal.ONE, code));
        }
    }
}
