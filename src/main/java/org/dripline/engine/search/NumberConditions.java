package org.dripline.engine.search;

import static org.dripline.schema.Tables.COMPONENTS;
import static org.dripline.schema.Tables.QUANTITIES;
import static org.jooq.impl.DSL.noCondition;

import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.MappedElement;
import org.dripline.engine.mapping.Units;
import org.dripline.engine.search.Value.Unit;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * R4's comparison of a searched number with a stored one, which is a point, or a Range whose open ends are null
 * (3.1.1.4.5, 3.1.1.4.6, 3.1.1.4.11).
 */
final class NumberConditions {
    private static final BigDecimal TENTH = new BigDecimal("0.1");

    private NumberConditions() {}

    static Condition of(MappedElement element, Value.Amount value, Rows rows) {
        return switch (element.layout()) {
            case Layout.Amount amount -> {
                Field<BigDecimal> number = rows.column(amount.column());
                yield number.isNotNull().and(compare(value, number, number, UnaryOperator.identity()));
            }
            case Layout.Quantities quantities ->
                inUnit(
                        value,
                        new Columns(
                                rows.column(QUANTITIES.LOW),
                                rows.column(QUANTITIES.HIGH),
                                rows.column(QUANTITIES.UNIT_SYSTEM),
                                rows.column(QUANTITIES.UNIT_CODE),
                                rows.column(QUANTITIES.UNIT_TEXT),
                                rows.column(QUANTITIES.CANONICAL_LOW),
                                rows.column(QUANTITIES.CANONICAL_HIGH),
                                rows.column(QUANTITIES.CANONICAL_UNIT)));
            case Layout.ComponentQuantity component -> {
                Field<BigDecimal> number = rows.column(COMPONENTS.QUANTITY);
                Field<BigDecimal> canonical = rows.column(COMPONENTS.CANONICAL);
                yield number.isNotNull()
                        .and(inUnit(
                                value,
                                new Columns(
                                        number,
                                        number,
                                        rows.column(COMPONENTS.UNIT_SYSTEM),
                                        rows.column(COMPONENTS.UNIT_CODE),
                                        rows.column(COMPONENTS.UNIT_TEXT),
                                        canonical,
                                        canonical,
                                        rows.column(COMPONENTS.CANONICAL_UNIT))));
            }
            default -> throw Conditions.unanswerable(element);
        };
    }

    private record Columns(
            Field<BigDecimal> low,
            Field<BigDecimal> high,
            Field<String> system,
            Field<String> code,
            Field<String> text,
            Field<BigDecimal> canonicalLow,
            Field<BigDecimal> canonicalHigh,
            Field<String> canonicalUnit) {}

    private static Condition inUnit(Value.Amount value, Columns columns) {
        Unit unit = value.unit();
        if (unit == null) {
            return compare(value, columns.low(), columns.high(), UnaryOperator.identity());
        }
        Units.Factor factor = unit.factor();
        if (factor != null) {
            return columns.canonicalUnit()
                    .eq(factor.unit())
                    .and(compare(value, columns.canonicalLow(), columns.canonicalHigh(), factor::of));
        }
        Condition inSystem =
                unit.system() == null ? noCondition() : columns.system().eq(unit.system());
        Condition inCode = unit.code() == null ? noCondition() : columns.code().eq(unit.code());
        Condition asWritten = unit.system() == null
                ? columns.code().eq(unit.code()).or(columns.text().eq(unit.code()))
                : inSystem.and(inCode);
        return asWritten.and(compare(value, columns.low(), columns.high(), UnaryOperator.identity()));
    }

    private static Condition compare(
            Value.Amount value, Field<BigDecimal> low, Field<BigDecimal> high, UnaryOperator<BigDecimal> converted) {
        BigDecimal number = converted.apply(value.number());
        BigDecimal from = converted.apply(value.low());
        BigDecimal to = converted.apply(value.high());
        BigDecimal near = converted.apply(value.number().abs().multiply(TENTH));
        return switch (value.prefix()) {
            case EQ -> low.ge(from).and(high.lt(to));
            case NE -> low.isNull().or(high.isNull()).or(low.lt(from)).or(high.ge(to));
            case GT -> high.isNull().or(high.gt(number));
            case GE -> high.isNull().or(high.ge(number));
            case LT -> low.isNull().or(low.lt(number));
            case LE -> low.isNull().or(low.le(number));
            case SA -> low.gt(number);
            case EB -> high.lt(number);
            case AP ->
                low.isNull().or(low.le(number.add(near))).and(high.isNull().or(high.ge(number.subtract(near))));
        };
    }
}
