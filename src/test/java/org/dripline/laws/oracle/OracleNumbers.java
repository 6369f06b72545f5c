package org.dripline.laws.oracle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;

/** Plain numbers (R4, 3.1.1.4.6). */
final class OracleNumbers implements Rules {
    @Override
    public boolean isIndexed(IBase value) {
        return number(value).isPresent();
    }

    @Override
    public Predicate<IBase> asked(Definition definition, String modifier, String text) {
        Rules.refuse(modifier);
        Prefixed prefixed = Prefixed.of(text);
        AskedNumber asked = AskedNumber.of(prefixed.prefix(), prefixed.value());
        return value -> isIndexed(value) && asked.finds(number(value), number(value));
    }

    private static Optional<BigDecimal> number(IBase value) {
        return switch (value) {
            case DecimalType decimal -> Optional.ofNullable(decimal.getValue());
            case IntegerType integer -> Optional.ofNullable(integer.getValue()).map(BigDecimal::valueOf);
            default -> Optional.empty();
        };
    }

    @Override
    public List<Comparable<?>> sortedBy(Definition definition, IBase value, boolean descending) {
        return number(value).stream().<Comparable<?>>map(number -> number).toList();
    }
}
