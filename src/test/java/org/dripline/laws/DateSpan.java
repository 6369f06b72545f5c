package org.dripline.laws;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
record DateSpan(Instant from, Instant to) implements Indexed {
    private static final Pattern FRACTION = Pattern.compile("\\.([0-9]+)");

    /** Empty for what is no date, and for a date, Period or Timing that names no time. */
    static Optional<DateSpan> of(IBase value) {
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
    static List<String> written(IBase value) {
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

    static DateSpan read(String text) {
        int time = text.indexOf('T');
        if (time < 0) {
            LocalDate first = LocalDate.parse(text + "-01-01".substring(text.length() - 4));
            LocalDate next = switch (text.length()) {
                case 4 -> first.plusYears(1);
                case 7 -> first.plusMonths(1);
                default -> first.plusDays(1);
            };
            return new DateSpan(atMidnight(first), atMidnight(next));
        }
        Instant first = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        Matcher fraction = FRACTION.matcher(text);
        int digits = fraction.find() ? Math.min(6, fraction.group(1).length()) : 0;
        return new DateSpan(first, first.plusNanos((long) Math.pow(10, 9 - digits)));
    }

    private static Instant atMidnight(LocalDate date) {
        return date.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** R4's prefixes, {@code this} being what was searched for (3.1.1.4.5). */
    boolean finds(String prefix, DateSpan stored) {
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
            default -> throw new IllegalArgumentException(prefix);
        };
    }
}
