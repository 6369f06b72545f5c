package org.dripline.engine.search;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.dripline.engine.mapping.SearchParameter;
import org.dripline.engine.mapping.Units;
import org.dripline.engine.search.Value.Unit;
import org.dripline.outcome.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads numbers and quantities (R4, 3.1.1.4.6 and 3.1.1.4.11). */
final class NumberText {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,100}(\\.\\d{1,100})?([eE][+-]?\\d{1,2})?");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private NumberText() {}

    static Value number(SearchParameter parameter, String text) {
        return value(parameter, text, null);
    }

    static Value quantity(SearchParameter parameter, String text) {
        List<String> parts = SearchText.split(text, '|');
        boolean noUnit =
                parts.size() == 3 && parts.get(1).isEmpty() && parts.get(2).isEmpty();
        if ((parts.size() != 1 && parts.size() != 3) || noUnit) {
            throw Refusal.invalid(
                    "search-quantity",
                    parameter + " takes a number, number|system|code or number||unit, such as"
                            + " 40|http://unitsofmeasure.org|mg or 40||mg.");
        }
        return value(parameter, parts.getFirst(), parts.size() == 1 ? null : unit(parts.get(1), parts.get(2)));
    }

    private static Unit unit(String escapedSystem, String escapedCode) {
        String system = SearchText.unescape(escapedSystem);
        String code = SearchText.unescape(escapedCode);
        return new Unit(
                system.isEmpty() ? null : system,
                code.isEmpty() ? null : code,
                Units.factor(system, code.isEmpty() ? null : code).orElse(null));
    }

    private static Value value(SearchParameter parameter, String text, @Nullable Unit unit) {
        Prefix prefix = Prefix.of(text);
        String digits = text.startsWith(prefix.code()) ? text.substring(2) : text;
        if (!NUMBER.matcher(digits).matches()) {
            throw Refusal.invalid(
                    "search-number",
                    parameter + " takes a number such as 40, 0.5 or ge1e2; prefixes are eq, ne, gt, lt, ge, le, sa,"
                            + " eb, ap.");
        }
        BigDecimal number = new BigDecimal(digits);
        BigDecimal half = halfOfLastDigit(number);
        return new Value.Amount(
                prefix, Units.plain(number), Units.plain(number.subtract(half)), Units.plain(number.add(half)), unit);
    }

    /** R4's examples: 100 means [99.5, 100.5), and 1e2 [95, 105), one digit more than it has. */
    private static BigDecimal halfOfLastDigit(BigDecimal number) {
        int scale = number.scale();
        return HALF.scaleByPowerOfTen(scale < 0 ? -scale - 1 : -scale);
    }
}
