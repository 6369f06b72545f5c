package org.dripline.engine.mapping;

import static org.dripline.schema.Tables.DATES;
import static org.dripline.schema.Tables.QUANTITIES;
import static org.dripline.schema.Tables.TEXTS;
import static org.dripline.schema.Tables.URIS;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.engine.mapping.ElementPath.Located;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Fills the rows of one element that searches for strings, uris, dates, numbers and quantities read. */
final class ValueRows {
    private final ElementPath path;
    private final Projection into;
    private final Values read;
    private final DateValues dates;
    private int position;

    ValueRows(ElementPath path, Projection into, ZoneId zone) {
        this.path = path;
        this.into = into;
        this.read = new Values(path, into);
        this.dates = new DateValues(read, zone);
    }

    private Map<Field<?>, @Nullable Object> row(
            Table<?> table, Field<String> element, Field<Integer> count, Field<Integer> parent, int of) {
        Map<Field<?>, @Nullable Object> row = into.child(table);
        row.put(element, path.text());
        row.put(count, position++);
        row.put(parent, of);
        return row;
    }

    void texts(List<Located> values) {
        values.forEach(located -> text(located.parent(), located.value()));
    }

    void textParts(Layout.TextParts layout, List<Located> values) {
        for (Located located : values) {
            if (located.value() instanceof JsonObject whole) {
                layout.parts().forEach(part -> whole.items(part).forEach(item -> text(located.parent(), item)));
            }
        }
    }

    private void text(int parent, Json value) {
        String text = value instanceof Json.Text ? read.text(value) : null;
        String key = text == null ? null : read.folded(text);
        if (key != null) {
            Map<Field<?>, @Nullable Object> row = row(TEXTS, TEXTS.ELEMENT, TEXTS.POSITION, TEXTS.PARENT, parent);
            row.put(TEXTS.CONTENT, text);
            row.put(TEXTS.TEXT_KEY, key);
        }
    }

    void uris(Layout.Uris layout, List<Located> values) {
        for (Located located : values) {
            String text = read.text(located.value());
            if (text != null) {
                int bar = layout.canonical() ? text.indexOf('|') : -1;
                Map<Field<?>, @Nullable Object> row =
                        row(URIS, URIS.ELEMENT, URIS.POSITION, URIS.PARENT, located.parent());
                row.put(URIS.URI, bar < 0 ? text : text.substring(0, bar));
                row.put(URIS.VERSION, bar < 0 ? null : text.substring(bar + 1));
            }
        }
    }

    void dateRows(List<Located> values) {
        for (Located located : values) {
            DateRange range = dates.range(located.value());
            if (range.exists()) {
                Map<Field<?>, @Nullable Object> row =
                        row(DATES, DATES.ELEMENT, DATES.POSITION, DATES.PARENT, located.parent());
                row.put(DATES.LOW, range.from());
                row.put(DATES.HIGH, range.to());
            }
        }
    }

    void quantities(List<Located> values) {
        for (Located located : values) {
            switch (located.value()) {
                case Json.Numeral number -> quantity(located.parent(), JsonObject.EMPTY, number, number);
                case JsonObject quantity
                when quantity.get("value") != null ->
                    quantity(located.parent(), quantity, quantity.get("value"), quantity.get("value"));
                case JsonObject range -> range(located.parent(), range);
                default -> {
                    // Only extensions: there is nothing to search by.
                }
            }
        }
    }

    private void range(int parent, JsonObject range) {
        JsonObject low = range.object("low").orElse(JsonObject.EMPTY);
        JsonObject high = range.object("high").orElse(JsonObject.EMPTY);
        quantity(parent, low.get("value") == null ? high : low, low.get("value"), high.get("value"));
    }

    /** @param unit the Quantity that tells the unit */
    private void quantity(int parent, JsonObject unit, @Nullable Json from, @Nullable Json to) {
        BigDecimal low = read.number(from);
        BigDecimal high = read.number(to);
        if (low == null && high == null) {
            return;
        }
        Measure measure = Measure.of(read, unit);
        Map<Field<?>, @Nullable Object> row =
                row(QUANTITIES, QUANTITIES.ELEMENT, QUANTITIES.POSITION, QUANTITIES.PARENT, parent);
        row.put(QUANTITIES.LOW, low);
        row.put(QUANTITIES.HIGH, high);
        row.put(QUANTITIES.UNIT_SYSTEM, measure.system());
        row.put(QUANTITIES.UNIT_CODE, measure.code());
        row.put(QUANTITIES.UNIT_TEXT, measure.text());
        row.put(QUANTITIES.CANONICAL_LOW, measure.canonical(low));
        row.put(QUANTITIES.CANONICAL_HIGH, measure.canonical(high));
        row.put(QUANTITIES.CANONICAL_UNIT, measure.canonicalUnit());
    }
}
