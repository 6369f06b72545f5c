package org.dripline.treatment;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number with its unit and its work; or, in words, why there is none. Never zero for want of data.
 *
 * @param value rounded half up to the decimals it is shown with
 * @param unit in UCUM: {@code mg}, {@code mg/kg}, {@code min}, {@code d}, {@code mm[Hg]}, {@code /min}, <code>%</code>,
 *     {@code {score}}, {@code {session}}, {@code {event}}, {@code {flag}}
 * @param remark why the value is missing, or what limits it; the empty string when there is nothing to say
 */
public record Figure(@Nullable BigDecimal value, String unit, String remark, Work work) {

    static Figure of(BigDecimal value, String unit, Work work) {
        return new Figure(value, unit, "", work);
    }

    static Figure of(long value, String unit, Work work) {
        return of(BigDecimal.valueOf(value), unit, work);
    }

    static Figure missing(String unit, String why, Work work) {
        return new Figure(null, unit, why, work);
    }

    Figure remarked(String limit) {
        return new Figure(value, unit, limit, work);
    }

    public Optional<BigDecimal> found() {
        return Optional.ofNullable(value);
    }

    /** The number as it is shown, without unit and exponent; empty when missing. */
    public Optional<String> number() {
        return found().map(BigDecimal::toPlainString);
    }

    /** Number and unit as a person writes it, or why there is none. */
    public String text() {
        String shown = unit.startsWith("{") ? "" : unit.equals("%") ? " %" : " " + Units.shown(unit);
        String counted = unit.equals("d") && number().equals(Optional.of("1")) ? " day" : shown;
        return number().map(number -> number + counted).orElse(remark);
    }
}
