package org.dripline.laws.oracle;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Timing;

/**
 * The time a date may mean (R4, 3.1.1.4.7): from its first instant up to, not including, the first one after it. An
 * open end of a Period reaches to {@link Instant#MIN} or {@link Instant#MAX}. What has no zone is in UTC. Nothing is
 * finer than a microsecond, as the architecture says of columns.
 */
public record DateSpan(Instant from, Instant to) {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");
    private static final Pattern TIME = Pattern.compile("(?<minute>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2})"
            + "(?<second>:[0-9]{2}(\\.(?<fraction>[0-9]+))?)?(?<zone>Z|[+-][0-9]{2}:[0-9]{2})?");
    private static final int FINEST_DIGITS = 6;

    /** Empty for what is no date, and for a date, Period or Timing that names no time. */
    public static Optional<DateSpan> of(IBase value) {
        return switch (value) {
            case BaseDateTimeType date ->
                Optional.ofNullable(date.getValueAsString()).map(DateSpan::read);
            case Period period -> ofPeriod(period);
            case Timing timing -> ofTiming(timing);
            default -> Optional.empty();
        };
    }

    private static Optional<DateSpan> ofPeriod(Period period) {
        Optional<DateSpan> start = of(period.getStartElement());
        Optional<DateSpan> end = of(period.getEndElement());
        return start.isEmpty() && end.isEmpty()
                ? Optional.empty()
                : Optional.of(new DateSpan(
                        start.map(DateSpan::from).orElse(Instant.MIN),
                        end.map(DateSpan::to).orElse(Instant.MAX)));
    }

    /** From the first event or bound to the last. */
    private static Optional<DateSpan> ofTiming(Timing timing) {
        Stream<IBase> bounds = timing.getRepeat().hasBoundsPeriod()
                ? Stream.of(timing.getRepeat().getBoundsPeriod())
                : Stream.empty();
        return Stream.concat(timing.getEvent().stream(), bounds)
                .flatMap(value -> of(value).stream())
                .reduce((one, other) -> new DateSpan(
                        one.from.isBefore(other.from) ? one.from : other.from,
                        one.to.isAfter(other.to) ? one.to : other.to));
    }

    /** The dates of a value as they are written. */
    public static List<String> written(IBase value) {
        return switch (value) {
            case BaseDateTimeType date ->
                Stream.ofNullable(date.getValueAsString()).toList();
            case Period period ->
                Stream.of(period.getStartElement(), period.getEndElement())
                        .flatMap(end -> written(end).stream())
                        .toList();
            case Timing timing ->
                timing.getEvent().stream()
                        .flatMap(event -> written(event).stream())
                        .toList();
            default -> List.of();
        };
    }

    /** What a text means that is written as R4 writes dates, in a resource or in a search; else it is refused. */
    public static DateSpan read(String text) {
        Matcher time = TIME.matcher(text);
        boolean date = DATE.matcher(text).matches();
        if (!date && !time.matches()) {
            throw new Refused("not a date");
        }
        try {
            return date ? ofDate(text) : ofTime(time);
        } catch (DateTimeException impossible) {
            throw new Refused("a date that no calendar has");
        }
    }

    private static DateSpan ofDate(String text) {
        LocalDate first = LocalDate.parse(text + "-01-01".substring(text.length() - 4));
        LocalDate next = switch (text.length()) {
            case 4 -> first.plusYears(1);
            case 7 -> first.plusMonths(1);
            default -> first.plusDays(1);
        };
        return new DateSpan(atMidnight(first), atMidnight(next));
    }

    private static Instant atMidnight(LocalDate date) {
        return date.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** A minute, a second or a part of one; a searched time may leave out its seconds, and anything its zone. */
    private static DateSpan ofTime(Matcher time) {
        String zone = time.group("zone");
        String second = time.group("second");
        String local =
                time.group("minute") + (second == null ? "" : second.substring(0, Math.min(10, second.length())));
        Instant first = LocalDateTime.parse(local).toInstant(zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone));
        if (second == null) {
            return new DateSpan(first, first.plusSeconds(60));
        }
        String fraction = time.group("fraction");
        int digits = fraction == null ? 0 : Math.min(FINEST_DIGITS, fraction.length());
        Instant known = first.truncatedTo(ChronoUnit.MICROS);
        return new DateSpan(known, known.plusNanos((long) Math.pow(10, 9.0 - digits)));
    }

    /** The same instant without any width, as far as the system knows time. */
    DateSpan atItsBeginning() {
        return new DateSpan(from, from.plus(1, ChronoUnit.MICROS));
    }

    /** Both ends moved outwards by that much. */
    DateSpan widened(Duration by) {
        return new DateSpan(from.minus(by), to.plus(by));
    }

    /** R4's prefixes, {@code this} being what was searched for (3.1.1.4.5). */
    public boolean finds(String prefix, DateSpan stored) {
        boolean contains = !stored.from.isBefore(from) && !stored.to.isAfter(to);
        return switch (prefix) {
            case "eq" -> contains;
            case "ne" -> !contains;
            case "gt" -> stored.to.isAfter(to);
            case "lt" -> stored.from.isBefore(from);
            case "ge" -> stored.to.isAfter(to) || contains;
            case "le" -> stored.from.isBefore(from) || contains;
            case "sa" -> !stored.from.isBefore(to);
            case "eb" -> !stored.to.isAfter(from);
            case "ap" -> stored.from.isBefore(to) && stored.to.isAfter(from);
            default -> throw new IllegalArgumentException(prefix);
        };
    }
}
