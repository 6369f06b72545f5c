package org.dripline.engine.search;

import static org.dripline.schema.Tables.CODINGS;
import static org.dripline.schema.Tables.COMPONENTS;
import static org.dripline.schema.Tables.DATES;
import static org.dripline.schema.Tables.IDENTIFIERS;
import static org.dripline.schema.Tables.LINKS;
import static org.dripline.schema.Tables.QUANTITIES;
import static org.dripline.schema.Tables.TEXTS;
import static org.dripline.schema.Tables.URIS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dripline.engine.mapping.DateRange;
import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.MappedElement;
import org.dripline.engine.mapping.SearchKind;
import org.dripline.engine.mapping.SearchParameter;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.Table;

/** One column that a sort key becomes. None is ever null, so that a page can begin behind any of them. */
record SortColumns(Field<?> field, boolean descending) {
    /** Where a Range is open: beyond every number that has a column. */
    private static final BigDecimal OPEN = BigDecimal.TEN.pow(501);

    /** Whether results can be sorted by a parameter. */
    static boolean sorts(SearchParameter parameter) {
        Set<Class<?>> layouts = parameter.elements().stream()
                .map(element -> element.layout().getClass())
                .collect(Collectors.toSet());
        return parameter.kind() != SearchKind.COMPOSITE
                && layouts.size() == 1
                && (parameter.elements().size() == 1
                        || parameter.elements().getFirst().layout() instanceof Layout.Child);
    }

    /**
     * The columns of one sort key. What is missing comes last in both directions: dates have sentinels (see
     * {@code DateRange.NONE}), the others a column that says whether they are there. Ranges sort by their beginning,
     * descending by their end; of several values the one that comes first decides.
     */
    static List<SortColumns> of(SearchParameter parameter, boolean descending, Scope scope) {
        List<MappedElement> elements = parameter.elements();
        return switch (elements.getFirst().layout()) {
            case Layout.Dates dates ->
                List.of(new SortColumns(scope.column(descending ? dates.to() : dates.from()), descending));
            case Layout.Moment moment -> List.of(new SortColumns(scope.column(moment.column()), descending));
            case Layout.ResourceId id -> List.of(new SortColumns(scope.column(id.column()), descending));
            case Layout.Code code -> nullable(TextOrder.of(scope.column(code.column())), "", descending);
            case Layout.CanonicalName name -> nullable(TextOrder.of(scope.column(name.column())), "", descending);
            case Layout.Canonical canonical -> nullable(TextOrder.of(scope.column(canonical.url())), "", descending);
            case Layout.Flag flag -> nullable(scope.column(flag.column()), false, descending);
            case Layout.Truth truth -> List.of(new SortColumns(scope.column(truth.column()), descending));
            case Layout.Amount amount -> nullable(scope.column(amount.column()), BigDecimal.ZERO, descending);
            case Layout.Link link
            when parameter.targets().equals(Set.of(link.type())) ->
                nullable(TextOrder.of(scope.column(link.id())), "", descending);
            case Layout.Link link ->
                nullable(
                        coalesce(TextOrder.of(scope.column(link.id())), linked(parameter, descending, scope)),
                        "",
                        descending);
            // A reference to a canonical is one to any of its versions.
            case Layout.Uris uris
            when parameter.kind() == SearchKind.REFERENCE ->
                nullable(first(URIS, elements, URIS.URI, descending, scope), "", descending);
            case Layout.Uris uris ->
                nullable(
                        first(
                                URIS,
                                elements,
                                coalesce(URIS.URI.concat("|").concat(URIS.VERSION), URIS.URI),
                                descending,
                                scope),
                        "",
                        descending);
            case Layout.Links links -> nullable(linked(parameter, descending, scope), "", descending);
            case Layout.DateRows rows ->
                List.of(new SortColumns(
                        descending
                                ? coalesce(first(DATES, elements, DATES.HIGH, true, scope), inline(DateRange.MIN))
                                : coalesce(first(DATES, elements, DATES.LOW, false, scope), inline(DateRange.MAX)),
                        descending));
            case Layout.Quantities rows ->
                nullable(
                        first(QUANTITIES, elements, amount(descending), descending, scope),
                        BigDecimal.ZERO,
                        descending);
            case Layout.ComponentQuantity rows ->
                nullable(
                        first(
                                COMPONENTS,
                                elements,
                                coalesce(COMPONENTS.CANONICAL, COMPONENTS.QUANTITY),
                                descending,
                                scope),
                        BigDecimal.ZERO,
                        descending);
            case Layout.Child child -> nullable(first(child, elements, descending, scope), "", descending);
            default -> throw Conditions.unanswerable(elements.getFirst());
        };
    }

    private static Field<BigDecimal> amount(boolean descending) {
        return descending
                ? coalesce(QUANTITIES.CANONICAL_HIGH, QUANTITIES.HIGH, val(OPEN))
                : coalesce(QUANTITIES.CANONICAL_LOW, QUANTITIES.LOW, val(OPEN.negate()));
    }

    private static Field<String> first(
            Layout.Child child, List<MappedElement> elements, boolean descending, Scope scope) {
        return switch (child) {
            case Layout.Codings rows -> first(CODINGS, elements, CODINGS.CODE, descending, scope);
            case Layout.Coded coded -> coded(coded, elements, descending, scope);
            case Layout.Tokens rows -> first(CODINGS, elements, CODINGS.CODE, descending, scope);
            case Layout.Contacts rows -> first(CODINGS, elements, CODINGS.CODE, descending, scope);
            case Layout.Identifiers rows -> first(IDENTIFIERS, elements, IDENTIFIERS.CODE, descending, scope);
            case Layout.Texts rows -> first(TEXTS, elements, TEXTS.TEXT_KEY, descending, scope);
            case Layout.TextParts rows -> first(TEXTS, elements, TEXTS.TEXT_KEY, descending, scope);
            case Layout.ComponentCode rows -> first(COMPONENTS, elements, COMPONENTS.CODE, descending, scope);
            default -> throw Conditions.unanswerable(elements.getFirst());
        };
    }

    private static Field<String> coded(
            Layout.Coded coded, List<MappedElement> elements, boolean descending, Scope scope) {
        Field<String> own = TextOrder.of(scope.column(coded.code()));
        Field<String> other = first(CODINGS, elements, CODINGS.CODE, descending, scope);
        return when(scope.column(coded.hasRows()).isFalse(), own)
                .otherwise(
                        descending
                                ? greatest(coalesce(own, other), coalesce(other, own))
                                : least(coalesce(own, other), coalesce(other, own)));
    }

    /** References elsewhere have no id to sort by. */
    private static Field<String> linked(SearchParameter parameter, boolean descending, Scope scope) {
        Field<String> id = parameter.asksForType()
                ? when(LINKS.TARGET_TYPE.in(parameter.targets()), LINKS.TARGET_ID)
                : LINKS.TARGET_ID;
        return first(LINKS, parameter.elements(), id, descending, scope);
    }

    /** Of several values the one that comes first in the direction asked for (R4, 3.1.1.5.1). */
    private static <T> Field<T> first(
            Table<?> table, List<MappedElement> elements, Field<T> value, boolean descending, Scope scope) {
        Field<Long> key = scope.mapping().table().resourceKey();
        Field<T> ordered = TextOrder.of(value);
        Field<String> path = table.field("element", String.class);
        Condition here = Scope.column(table, key).eq(scope.resourceKey());
        return select(descending ? max(ordered) : min(ordered))
                .from(table)
                .where(
                        path == null
                                ? here
                                : here.and(path.in(elements.stream()
                                        .map(element -> element.path().text())
                                        .toList())))
                .asField();
    }

    private static <T> List<SortColumns> nullable(Field<T> column, T instead, boolean descending) {
        Field<Integer> missing = when(column.isNull(), inline(1)).otherwise(inline(0));
        return List.of(new SortColumns(missing, false), new SortColumns(coalesce(column, inline(instead)), descending));
    }

    SortField<?> order() {
        return descending ? field.desc() : field.asc();
    }

    Condition equal(String value) {
        return typed(field, value, Comparison.EQUAL);
    }

    Condition beyond(String value) {
        return typed(field, value, descending ? Comparison.LESS : Comparison.GREATER);
    }

    Condition from(String value) {
        return typed(field, value, descending ? Comparison.AT_MOST : Comparison.AT_LEAST);
    }

    private enum Comparison {
        EQUAL,
        LESS,
        GREATER,
        AT_MOST,
        AT_LEAST
    }

    private static <T> Condition typed(Field<T> field, String text, Comparison comparison) {
        // A number with an exponent jOOQ would cast to as many digits as stand before it.
        Field<T> value = val(field.getType() == BigDecimal.class ? new BigDecimal(text).toPlainString() : text, field);
        return switch (comparison) {
            case EQUAL -> field.eq(value);
            case LESS -> field.lt(value);
            case GREATER -> field.gt(value);
            case AT_MOST -> field.le(value);
            case AT_LEAST -> field.ge(value);
        };
    }
}
