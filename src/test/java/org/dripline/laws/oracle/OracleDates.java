package org.dripline.laws.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBase;

/** Dates, dateTimes, instants, Periods and Timings (R4, 3.1.1.4.7). An Age or a text among them is not there. */
final class OracleDates implements Rules {
    private final Setting setting;

    OracleDates(Setting setting) {
        this.setting = setting;
    }

    @Override
    public boolean isIndexed(IBase value) {
        return DateSpan.of(value).isPresent();
    }

    @Override
    public Predicate<IBase> asked(Definition definition, String modifier, String text) {
        Rules.refuse(modifier);
        Prefixed prefixed = Prefixed.of(text);
        DateSpan date = DateSpan.read(prefixed.value());
        DateSpan asked = prefixed.prefix().equals("ap") ? around(date) : date;
        return value -> span(definition, value).anyMatch(stored -> asked.finds(prefixed.prefix(), stored));
    }

    /** R4 recommends a tenth of the gap between now and the date. */
    private DateSpan around(DateSpan date) {
        Instant now = setting.clock().instant();
        return date.widened(Duration.between(date.from(), now).abs().dividedBy(10));
    }

    /** The server writes when a version was made, so that is a point in time, R4's "interval with a width of 0". */
    private static Stream<DateSpan> span(Definition definition, IBase value) {
        return DateSpan.of(value).stream()
                .map(span -> definition.name().equals("_lastUpdated") ? span.atItsBeginning() : span);
    }

    /** By their beginning, and the other way round by their end. */
    @Override
    public List<Comparable<?>> sortedBy(Definition definition, IBase value, boolean descending) {
        return span(definition, value)
                .<Comparable<?>>map(span -> descending ? span.to() : span.from())
                .toList();
    }
}
