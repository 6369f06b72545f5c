package org.dripline.engine.mapping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The instants that a FHIR date, dateTime, instant or Period may mean, as a half-open range (R4, 3.1.1.4.7: a date
 * without time is the interval of that date). The range of what is absent is {@link #NONE}, which lies outside every
 * other; an open end of a Period reaches to {@link #MIN} or {@link #MAX}.
 *
 * @param from first instant
 * @param to first instant after it
 */
public record DateRange(OffsetDateTime from, OffsetDateTime to) {
    public static final OffsetDateTime MIN =
            LocalDate.of(1, 1, 1).atStartOfDay().atOffset(ZoneOffset.UTC);
    public static final OffsetDateTime MAX =
            LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000).atOffset(ZoneOffset.UTC);
    public static final DateRange NONE = new DateRange(MAX, MIN);

    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})"
            + "(?:T(\\d{2}):(\\d{2})(?::(\\d{2})(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})?)?)?)?");

    /** Whether there is a date at all. */
    public boolean exists() {
        return from.isBefore(to);
    }

    /**
     * Reads a date as FHIR writes it, from a year to fractions of a second; a time without a zone is in {@code zone}.
     * Empty when it is not a date, or a date that no calendar has.
     */
    public static Optional<DateRange> parse(String text, ZoneId zone) {
        Matcher match = DATE.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(match.group(4) == null ? ofDate(match, zone) : ofTime(match, zone));
        } catch (java.time.DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static DateRange ofDate(Matcher match, ZoneId zone) {
        int year = Integer.parseInt(match.group(1));
        LocalDate first;
        LocalDate next;
        if (match.group(2) == null) {
            first = Year.of(year).atDay(1);
            next = first.plusYears(1);
        } else if (match.group(3) == null) {
            first = YearMonth.of(year, Integer.parseInt(match.group(2))).atDay(1);
            next = first.plusMonths(1);
        } else {
            first = LocalDate.of(year, Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3)));
            next = first.plusDays(1);
        }
        return clamped(
                first.atStartOfDay(zone).toInstant(), next.atStartOfDay(zone).toInstant());
    }

    private static DateRange ofTime(Matcher match, ZoneId zone) {
        String fraction = match.group(7);
        String digits = fraction == null ? "" : fraction.substring(1);
        boolean seconds = match.group(6) != null;
        int second = seconds ? Integer.parseInt(match.group(6)) : 0;
        int nanos = Integer.parseInt((digits + "000000000").substring(0, 9));
        LocalDateTime local = LocalDateTime.of(
                Integer.parseInt(match.group(1)),
                Integer.parseInt(match.group(2)),
                Integer.parseInt(match.group(3)),
                Integer.parseInt(match.group(4)),
                Integer.parseInt(match.group(5)),
                Math.min(second, 59),
                nanos);
        ZoneId written = match.group(8) == null ? zone : ZoneOffset.of(match.group(8));
        Instant first = local.atZone(written).toInstant().truncatedTo(ChronoUnit.MICROS);
        long micros = seconds ? (long) Math.pow(10, Math.max(0, 6 - digits.length())) : 60_000_000L;
        return clamped(first, first.plus(micros, ChronoUnit.MICROS));
    }

    private static DateRange clamped(Instant first, Instant next) {
        return new DateRange(clamp(first), clamp(next));
    }

    /** What is written lies inside the calendar: only an absent end reaches to its edge. */
    private static OffsetDateTime clamp(Instant instant) {
        OffsetDateTime at = instant.atOffset(ZoneOffset.UTC);
        if (!at.isAfter(MIN)) {
            return MIN.plus(1, ChronoUnit.MICROS);
        }
        return at.isBefore(MAX) ? at : MAX.minus(1, ChronoUnit.MICROS);
    }

    /** The smallest range that holds both; {@link #NONE} adds nothing. */
    public DateRange span(DateRange other) {
        if (!exists() || !other.exists()) {
            return exists() ? this : other;
        }
        return new DateRange(from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
    }
}
