package org.dripline.engine.search;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dripline.engine.mapping.DateRange;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.outcome.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What of a patient's record is asked for (R4, OperationDefinition Patient-everything).
 *
 * @param care when the care took place
 * @param since only what was changed then or later
 * @param types only these; all when there are none
 * @param count resources a page
 */
record EverythingQuery(Care care, @Nullable OffsetDateTime since, Set<String> types, int count) {
    static final int MAX_COUNT = 1000;

    /** Longer than any date of use; links repeat it. */
    private static final int MAX_DATE = 64;

    private static final String START = "start";
    private static final String END = "end";
    private static final String SINCE = "_since";
    private static final Set<String> NAMES =
            Set.of(START, END, SINCE, ResultParameters.TYPE, ResultParameters.COUNT, ResultParameters.PAGE);
    private static final String VALID = "start, end, _since, _type, _count";
    private static final Pattern ZONED = Pattern.compile(".+T.+(Z|[+-]\\d{2}:\\d{2})");

    EverythingQuery {
        types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
    }

    /** A half-open range of time, on both sides perhaps without a bound. */
    record Care(@Nullable OffsetDateTime start, @Nullable OffsetDateTime end) {
        boolean isAlways() {
            return start == null && end == null;
        }
    }

    /** What the links tell: types once each, and the count that is applied. */
    List<Parameter> applied(List<Parameter> parameters) {
        return parameters.stream()
                .map(Parameter::name)
                .distinct()
                .filter(name -> !name.equals(ResultParameters.PAGE))
                .map(name -> new Parameter(
                        name,
                        switch (name) {
                            case ResultParameters.TYPE -> String.join(",", types);
                            case ResultParameters.COUNT -> String.valueOf(count);
                            default -> Parameter.single(parameters, name).orElseThrow();
                        }))
                .toList();
    }

    boolean asksFor(String type) {
        return types.isEmpty() || types.contains(type);
    }

    /** Reads the parameters; refuses with 400 those that the operation does not have. */
    static EverythingQuery of(List<Parameter> parameters, ResourceCatalog catalog, ZoneId zone) {
        parameters.stream()
                .map(Parameter::name)
                .filter(name -> !NAMES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusals.refusal(
                            Refusals.UNKNOWN,
                            Refusals.quoted(name) + " is not a parameter of $everything." + Refusals.meant(name, NAMES)
                                    + " Valid are " + VALID + ".");
                });
        OffsetDateTime since = Parameter.single(parameters, SINCE)
                .map(text -> instant(text, zone))
                .orElse(null);
        int count = Parameter.single(parameters, ResultParameters.COUNT)
                .map(EverythingQuery::count)
                .orElse(MAX_COUNT);
        return new EverythingQuery(care(parameters, zone), since, types(parameters, catalog), count);
    }

    private static Care care(List<Parameter> parameters, ZoneId zone) {
        OffsetDateTime start =
                date(parameters, START, zone).map(DateRange::from).orElse(null);
        OffsetDateTime end = date(parameters, END, zone).map(DateRange::to).orElse(null);
        if (start != null && end != null && !start.isBefore(end)) {
            throw Refusal.invalid("parameter-value", "The parameter start must not lie behind end.");
        }
        return new Care(start, end);
    }

    private static Optional<DateRange> date(List<Parameter> parameters, String name, ZoneId zone) {
        return Parameter.single(parameters, name)
                .map(text -> range(text, zone)
                        .orElseThrow(() -> Refusal.invalid(
                                "parameter-value",
                                "The parameter " + name + " is a date, such as 2026, 2026-11 or 2026-11-01.")));
    }

    private static OffsetDateTime instant(String text, ZoneId zone) {
        return range(text, zone)
                .filter(parsed -> ZONED.matcher(text).matches())
                .map(DateRange::from)
                .orElseThrow(() -> Refusal.invalid(
                        "parameter-value",
                        "The parameter _since is an instant, such as 2026-11-01T00:00:00Z; in a URL a plus sign is"
                                + " written %2B."));
    }

    private static Optional<DateRange> range(String text, ZoneId zone) {
        return text.length() > MAX_DATE ? Optional.empty() : DateRange.parse(text, zone);
    }

    private static Set<String> types(List<Parameter> parameters, ResourceCatalog catalog) {
        List<String> served = catalog.all().stream().map(ResourceMapping::type).toList();
        Set<String> types = new TreeSet<>();
        parameters.stream()
                .filter(parameter -> parameter.name().equals(ResultParameters.TYPE))
                .flatMap(parameter -> SearchText.split(parameter.value(), ',').stream())
                .forEach(type -> {
                    if (!served.contains(type)) {
                        throw Refusals.unknownType(type, served);
                    }
                    types.add(type);
                });
        return types;
    }

    /** More than a page may hold is cut, as R4 allows; the next link leads on. */
    private static int count(String text) {
        try {
            int count = Integer.parseInt(text);
            if (count > 0) {
                return Math.min(count, MAX_COUNT);
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, like zero.
        }
        throw Refusal.invalid("parameter-value", "The parameter _count is a whole number from 1 to " + MAX_COUNT + ".");
    }
}
