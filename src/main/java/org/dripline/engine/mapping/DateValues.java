package org.dripline.engine.mapping;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.jspecify.annotations.Nullable;

/** Reads dates, Periods and Timings of a document as ranges. */
final class DateValues {
    private final Values read;
    private final ZoneId zone;

    DateValues(Values read, ZoneId zone) {
        this.read = read;
        this.zone = zone;
    }

    /** The range that holds all values; {@link DateRange#NONE} when there is none. */
    DateRange span(List<Json> values) {
        return values.stream().map(this::range).reduce(DateRange.NONE, DateRange::span);
    }

    DateRange range(Json value) {
        return switch (value) {
            case Json.Text(String text) -> parse(text);
            case JsonObject object when isPeriod(object) -> period(object);
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
        return span(Stream.concat(events, bounds)
                .filter(value -> value instanceof Json.Text || isPeriod(value))
                .toList());
    }

    private static boolean isPeriod(Json value) {
        return value instanceof JsonObject object && (object.get("start") != null || object.get("end") != null);
    }

    /** The first instant of a date that is written with a time of day. */
    @Nullable
    OffsetDateTime timed(@Nullable Json value) {
        return value instanceof Json.Text(String text) && text.indexOf('T') > 0
                ? DateRange.parse(text, zone).map(DateRange::from).orElse(null)
                : null;
    }
}
