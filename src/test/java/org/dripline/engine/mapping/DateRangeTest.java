package org.dripline.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateRangeTest {
    @ParameterizedTest
    @CsvSource({
        "2026,                          2026-01-01T00:00Z,         2027-01-01T00:00Z",
        "2026-02,                       2026-02-01T00:00Z,         2026-03-01T00:00Z",
        "2026-01-05,                    2026-01-05T00:00Z,         2026-01-06T00:00Z",
        "2026-01-05T14:00Z,             2026-01-05T14:00Z,         2026-01-05T14:01Z",
        "2026-01-05T14:00:00Z,          2026-01-05T14:00Z,         2026-01-05T14:00:01Z",
        "2026-01-05T14:00:00.5Z,        2026-01-05T14:00:00.500Z,  2026-01-05T14:00:00.600Z",
        "2026-01-05T14:00:00.123456Z,   2026-01-05T14:00:00.123456Z, 2026-01-05T14:00:00.123457Z",
        "2026-01-05T14:00:00.123456789Z, 2026-01-05T14:00:00.123456Z, 2026-01-05T14:00:00.123457Z",
        "2026-01-05T14:00:00+05:30,     2026-01-05T08:30Z,         2026-01-05T08:30:01Z",
        "2016-12-31T23:59:60Z,          2016-12-31T23:59:59Z,      2017-01-01T00:00Z",
        "0001-01-01,                    0001-01-01T00:00:00.000001Z,         0001-01-02T00:00Z",
        "9999,                          9999-01-01T00:00Z,         9999-12-31T23:59:59.999998Z",
    })
    void meansTheInstantsOfItsPrecision(String text, String from, String to) {
        DateRange range = DateRange.parse(text, ZoneOffset.UTC).orElseThrow();
        assertThat(range.from()).hasToString(from);
        assertThat(range.to()).hasToString(to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "26", "2026-1", "2026-13", "2026-02-30", "2026-01-05T25:00Z", "2026-01-05T14", "x"})
    void refusesWhatNoCalendarHas(String text) {
        assertThat(DateRange.parse(text, ZoneOffset.UTC)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UTC, 2026-03-29T00:00Z, 24", "Europe/Vienna, 2026-03-28T23:00Z, 23"})
    void takesDatesInTheZoneItIsGiven(String zone, String from, int hours) {
        DateRange day = DateRange.parse("2026-03-29", ZoneId.of(zone)).orElseThrow();
        assertThat(day.from()).hasToString(from);
        assertThat(day.from().plusHours(hours)).isEqualTo(day.to());
    }

    @Property
    void yearsHoldTheirMonths(
            @ForAll @IntRange(min = 1, max = 9998) int year, @ForAll @IntRange(min = 1, max = 12) int month) {
        DateRange whole =
                DateRange.parse("%04d".formatted(year), ZoneOffset.UTC).orElseThrow();
        DateRange part = DateRange.parse("%04d-%02d".formatted(year, month), ZoneOffset.UTC)
                .orElseThrow();
        assertThat(whole.span(part)).isEqualTo(whole);
        assertThat(part.exists()).isTrue();
    }
}
