package org.dripline.engine.search;

import static org.dripline.schema.Tables.CODINGS;
import static org.dripline.schema.Tables.COMPONENTS;
import static org.dripline.schema.Tables.DATES;
import static org.dripline.schema.Tables.IDENTIFIERS;
import static org.dripline.schema.Tables.LINKS;
import static org.dripline.schema.Tables.QUANTITIES;
import static org.dripline.schema.Tables.TEXTS;
import static org.dripline.schema.Tables.URIS;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dripline.engine.mapping.Children;
import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.MappedElement;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchParameter;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The values by which one resource can be found, written as a search would name them. */
final class IndexedValues {
    private final DSLContext sql;
    private final ResourceMapping mapping;
    private final long key;

    IndexedValues(DSLContext sql, ResourceMapping mapping, long key) {
        this.sql = sql;
        this.mapping = mapping;
        this.key = key;
    }

    List<String> of(SearchParameter parameter) {
        Stream<MappedElement> elements = parameter.parts().isEmpty()
                ? parameter.elements().stream()
                : parameter.parts().stream().flatMap(part -> part.elements().stream());
        return elements.distinct()
                .flatMap(element -> values(element)
                        .filter(Objects::nonNull)
                        .map(value -> element.path().text() + ": " + value))
                .toList();
    }

    private Stream<@Nullable String> values(MappedElement element) {
        return switch (element.layout()) {
            case Layout.Own own -> own(own);
            case Layout.Link link ->
                Stream.concat(
                        column(link.id()).map(id -> id == null ? null : link.type() + "/" + id),
                        rows(LINKS, element).map(IndexedValues::link));
            case Layout.Links links -> rows(LINKS, element).map(IndexedValues::link);
            case Layout.Coded coded ->
                Stream.concat(
                        row(coded.system(), coded.code(), coded.textKey())
                                .map(row ->
                                        coded(row.get(coded.system()), row.get(coded.code()), row.get(coded.textKey())))
                                .filter(text -> !text.equals("|")),
                        rows(CODINGS, element).map(row -> child(coded, row)));
            case Layout.Child child -> rows(Children.rowsOf(child), element).map(row -> child(child, row));
        };
    }

    private Stream<@Nullable String> own(Layout.Own own) {
        return switch (own) {
            case Layout.Code code -> column(code.column());
            case Layout.Flag flag -> column(flag.column());
            case Layout.Truth truth -> column(truth.column());
            case Layout.Amount amount -> column(amount.column());
            case Layout.Canonical canonical -> column(canonical.url());
            case Layout.CanonicalName name -> column(name.column());
            case Layout.Moment moment -> column(moment.column());
            case Layout.ResourceId id -> column(id.column());
            case Layout.Dates dates ->
                row(dates.from(), dates.to()).map(row -> range(row.get(dates.from()), row.get(dates.to())));
            case Layout.Quantity view -> Stream.empty();
            case Layout.FirstCoding view -> Stream.empty();
            case Layout.ConceptText view -> Stream.empty();
            case Layout.Times view -> Stream.empty();
            case Layout.Owner wall -> Stream.empty();
        };
    }

    private Stream<Record> row(Field<?>... fields) {
        return sql
                .select(fields)
                .from(mapping.table().table())
                .where(mapping.table().resourceKey().eq(key))
                .fetch()
                .stream()
                .map(row -> row);
    }

    private Stream<@Nullable String> column(Field<?> field) {
        return row(field).map(row -> {
            Object value = row.get(field);
            return value == null ? null : value.toString();
        });
    }

    private Stream<Record> rows(Table<?> table, MappedElement element) {
        Condition here = Scope.column(table, mapping.table().resourceKey()).eq(key);
        Field<String> path = table.field("element", String.class);
        return sql
                .selectFrom(table)
                .where(path == null ? here : here.and(path.eq(element.path().text())))
                .orderBy(Objects.requireNonNull(table.field("position")))
                .fetch()
                .stream()
                .map(row -> row);
    }

    private static @Nullable String child(Layout.Child child, Record row) {
        return switch (child) {
            case Layout.Codings codings ->
                coded(row.get(CODINGS.SYSTEM), row.get(CODINGS.CODE), row.get(CODINGS.DISPLAY));
            case Layout.Coded coded -> coded(row.get(CODINGS.SYSTEM), row.get(CODINGS.CODE), row.get(CODINGS.DISPLAY));
            case Layout.Tokens tokens -> coded(row.get(CODINGS.SYSTEM), row.get(CODINGS.CODE), null);
            case Layout.Contacts contacts -> row.get(CODINGS.CODE);
            case Layout.Identifiers identifiers -> coded(row.get(IDENTIFIERS.SYSTEM), row.get(IDENTIFIERS.CODE), null);
            case Layout.Texts texts -> row.get(TEXTS.TEXT_KEY);
            case Layout.TextParts texts -> row.get(TEXTS.TEXT_KEY);
            case Layout.Uris uris -> versioned(row.get(URIS.URI), row.get(URIS.VERSION));
            case Layout.DateRows dates -> range(row.get(DATES.LOW), row.get(DATES.HIGH));
            case Layout.Quantities quantities ->
                amount(row.get(QUANTITIES.LOW), row.get(QUANTITIES.HIGH), row.get(QUANTITIES.UNIT_CODE))
                        + canonical(row.get(QUANTITIES.CANONICAL_LOW), row.get(QUANTITIES.CANONICAL_UNIT));
            case Layout.ComponentCode code -> coded(row.get(COMPONENTS.SYSTEM), row.get(COMPONENTS.CODE), null);
            case Layout.ComponentQuantity quantity ->
                row.get(COMPONENTS.QUANTITY) == null
                        ? null
                        : amount(
                                        row.get(COMPONENTS.QUANTITY),
                                        row.get(COMPONENTS.QUANTITY),
                                        row.get(COMPONENTS.UNIT_CODE))
                                + canonical(row.get(COMPONENTS.CANONICAL), row.get(COMPONENTS.CANONICAL_UNIT));
            default -> null;
        };
    }

    private static @Nullable String link(Record row) {
        String version = row.get(LINKS.TARGET_VERSION);
        if (row.get(LINKS.TARGET_ID) != null) {
            return row.get(LINKS.TARGET_TYPE) + "/" + row.get(LINKS.TARGET_ID)
                    + (version == null ? "" : "/_history/" + version);
        }
        return row.get(LINKS.TARGET_URL) != null
                ? row.get(LINKS.TARGET_URL)
                : "identifier " + coded(row.get(LINKS.IDENTIFIER_SYSTEM), row.get(LINKS.IDENTIFIER_VALUE), null);
    }

    private static String coded(@Nullable String system, @Nullable String code, @Nullable String display) {
        return (system == null ? "" : system) + "|" + (code == null ? "" : code)
                + (display == null ? "" : " '" + display + "'");
    }

    private static String versioned(@Nullable String uri, @Nullable String version) {
        return uri + (version == null ? "" : "|" + version);
    }

    private static @Nullable String range(@Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {
        return from == null || to == null || !from.isBefore(to) ? null : "[" + from + ", " + to + ")";
    }

    private static String amount(@Nullable BigDecimal low, @Nullable BigDecimal high, @Nullable String unit) {
        String number = low != null && high != null && low.compareTo(high) == 0
                ? low.toPlainString()
                : end(low) + " to " + end(high);
        return number + (unit == null ? "" : " " + unit);
    }

    private static String end(@Nullable BigDecimal number) {
        return number == null ? "open" : number.toPlainString();
    }

    private static String canonical(@Nullable BigDecimal number, @Nullable String unit) {
        return number == null ? "" : " = " + number.stripTrailingZeros().toPlainString() + " " + unit;
    }
}
