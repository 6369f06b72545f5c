package org.dripline.laws.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.fhir.ucum.Component;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.DefinedUnit;
import org.fhir.ucum.ExpressionParser;
import org.fhir.ucum.Pair;
import org.fhir.ucum.Symbol;
import org.fhir.ucum.Term;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;

/**
 * UCUM: how much a unit is of its canonical unit. Special units (degrees Celsius, pH) are no multiple of anything, nor
 * are UCUM's arbitrary units ([iU]); each is its own canonical unit, as is a code that UCUM does not know.
 */
final class Units {
    static final String UCUM = "http://unitsofmeasure.org";

    /** Fewer digits than a factor is known to, so that a third of three comes out whole again. */
    private static final MathContext PRECISION = new MathContext(28);

    private static final String ONE = "1." + "0".repeat(60);
    private static final UcumEssenceService SERVICE = load();
    private static final Map<String, Canonical> KNOWN = new ConcurrentHashMap<>();

    private Units() {}

    /**
     * A unit in terms of its canonical one.
     *
     * @param unit two units can be compared when they agree in this
     */
    record Canonical(BigDecimal factor, String unit) {
        BigDecimal amount(BigDecimal value) {
            return value.multiply(factor).round(PRECISION);
        }
    }

    private static UcumEssenceService load() {
        try (InputStream essence = Objects.requireNonNull(Units.class.getResourceAsStream("/ucum-essence.xml"))) {
            return new UcumEssenceService(essence);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (UcumException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static Canonical canonical(String code) {
        return KNOWN.computeIfAbsent(code, Units::read);
    }

    private static Canonical read(String code) {
        Canonical itself = new Canonical(BigDecimal.ONE, "'" + code + "'");
        try {
            if (standsAlone(new ExpressionParser(SERVICE.getModel()).parse(code))) {
                return itself;
            }
            Pair form = SERVICE.getCanonicalForm(new Pair(new Decimal(ONE), code));
            return new Canonical(new BigDecimal(form.getValue().asDecimal()), form.getCode());
        } catch (UcumException unknown) {
            return itself;
        }
    }

    /** Whether a special or arbitrary unit is in it. */
    private static boolean standsAlone(Component component) {
        return switch (component) {
            case Term term ->
                (term.hasComp() && standsAlone(term.getComp())) || (term.hasTerm() && standsAlone(term.getTerm()));
            case Symbol symbol ->
                symbol.getUnit() instanceof DefinedUnit unit
                        && (unit.isSpecial() || "arbitrary".equals(unit.getProperty()));
            default -> false;
        };
    }
}
