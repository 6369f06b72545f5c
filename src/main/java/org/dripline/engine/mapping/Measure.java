package org.dripline.engine.mapping;

import java.math.BigDecimal;
import java.util.Optional;
import org.dripline.document.JsonObject;
import org.jspecify.annotations.Nullable;

/** The unit of a Quantity as its sender wrote it, and the way to UCUM's base units. */
record Measure(
        @Nullable String system,
        @Nullable String code,
        @Nullable String text,
        Optional<Units.Factor> factor) {
    static Measure of(Values read, JsonObject quantity) {
        String system = read.text(quantity.get("system"));
        String code = read.text(quantity.get("code"));
        return new Measure(system, code, read.text(quantity.get("unit")), Units.factor(system, code));
    }

    @Nullable
    BigDecimal canonical(@Nullable BigDecimal number) {
        return number == null ? null : factor.map(found -> found.of(number)).orElse(null);
    }

    @Nullable
    String canonicalUnit() {
        return factor.map(Units.Factor::unit).orElse(null);
    }
}
