package org.dripline.engine.mapping;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Fills the columns of a type's own table from the values of one element. */
final class Columns {
    private final Projection into;
    private final Values read;
    private final ZoneId zone;

    Columns(ElementPath path, Projection into, ZoneId zone) {
        this.into = into;
        this.read = new Values(path, into);
        this.zone = zone;
    }

    void text(Field<String> column, List<Json> values) {
        into.set(column, read.text(Values.first(values)));
    }

    void flag(Field<Boolean> column, List<Json> values) {
        into.set(column, Values.first(values) instanceof Json.Bool(boolean value) ? value : null);
    }

    void number(Field<BigDecimal> column, List<Json> values) {
        into.set(column, read.number(Values.first(values)));
    }

    void quantity(Layout.Quantity layout, List<Json> values) {
        Json first = Values.first(values);
        JsonObject quantity = first instanceof JsonObject object ? object : null;
        into.set(layout.value(), read.number(quantity == null ? first : quantity.get("value")));
        into.set(layout.unit(), quantity == null ? null : read.text(unit(quantity)));
    }

    static @Nullable Json unit(JsonObject quantity) {
        Json code = quantity.get("code");
        return code == null ? quantity.get("unit") : code;
    }

    void firstCoding(Layout.FirstCoding layout, List<Json> values) {
        Optional<JsonObject> coding = values.stream().flatMap(Values::codings).findFirst();
        if (layout.system() != null) {
            into.set(
                    layout.system(),
                    read.text(coding.map(found -> found.get("system")).orElse(null)));
        }
        into.set(layout.code(), read.text(coding.map(found -> found.get("code")).orElse(null)));
    }

    void conceptText(Field<String> column, List<Json> values) {
        Json text = null;
        if (Values.first(values) instanceof JsonObject concept) {
            text = concept.get("text") != null
                    ? concept.get("text")
                    : Values.codings(concept)
                            .map(coding -> coding.get("display"))
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null);
        }
        into.set(column, read.text(text));
    }

    void canonical(Layout.Canonical layout, List<Json> values) {
        String text = Values.first(values) instanceof Json.Text(String canonical) ? canonical : null;
        int bar = text == null ? -1 : text.indexOf('|');
        into.set(layout.url(), text == null ? null : read.fitted(bar < 0 ? text : text.substring(0, bar)));
        into.set(layout.version(), text == null || bar < 0 ? null : read.fitted(text.substring(bar + 1)));
    }

    void dates(Layout.Dates layout, List<Json> values) {
        DateRange range = values.stream().map(this::range).reduce(DateRange.NONE, DateRange::span);
        into.set(layout.from(), range.from());
        into.set(layout.to(), range.to());
    }

    private DateRange range(Json value) {
        return switch (value) {
            case Json.Text(String text) -> parse(text);
            case JsonObject object when object.get("start") != null || object.get("end") != null -> period(object);
            case JsonObject timing -> timing(timing);
            default -> DateRange.NONE;
        };
    }

    private DateRange parse(String text) {
        Optional<DateRange> range = DateRange.parse(text, zone);
        if (range.isEmpty()) {
            read.unfit("that is not a date of the calendar");
        }
        return range.orElse(DateRange.NONE);
    }

    private DateRange period(JsonObject period) {
        DateRange start = period.text("start").map(this::parse).orElse(DateRange.NONE);
        DateRange end = period.text("end").map(this::parse).orElse(DateRange.NONE);
        if (!start.exists() && !end.exists()) {
            return DateRange.NONE;
        }
        return new DateRange(start.exists() ? start.from() : DateRange.MIN, end.exists() ? end.to() : DateRange.MAX);
    }

    /** A Timing reaches from its first event or bound to its last (R4, 3.1.1.4.7). */
    private DateRange timing(JsonObject timing) {
        Stream<Json> events = timing.items("event").stream();
        Stream<Json> bounds = timing.object("repeat").stream().flatMap(repeat -> repeat.items("boundsPeriod").stream());
        return Stream.concat(events, bounds)
                .filter(value -> value instanceof Json.Text || isPeriod(value))
                .map(this::range)
                .reduce(DateRange.NONE, DateRange::span);
    }

    private static boolean isPeriod(Json value) {
        return value instanceof JsonObject object && (object.get("start") != null || object.get("end") != null);
    }

    void times(Layout.Times layout, List<Json> values) {
        Json first = Values.first(values);
        JsonObject period = first instanceof JsonObject object ? object : JsonObject.EMPTY;
        into.set(layout.start(), timed(first instanceof Json.Text ? first : period.get("start")));
        if (layout.end() != null) {
            into.set(layout.end(), timed(period.get("end")));
        }
    }

    private @Nullable OffsetDateTime timed(@Nullable Json value) {
        return value instanceof Json.Text(String text) && text.indexOf('T') > 0
                ? DateRange.parse(text, zone).map(DateRange::from).orElse(null)
                : null;
    }
}
