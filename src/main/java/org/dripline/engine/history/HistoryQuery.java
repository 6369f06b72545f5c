package org.dripline.engine.history;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dripline.engine.mapping.DateRange;
import org.dripline.engine.search.Parameter;
import org.dripline.outcome.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a history is asked for, read from its parameters (R4, http.html#history; {@code _sort} is R5's).
 *
 * @param count versions on a page
 * @param since only versions accepted then or later; null for all
 * @param at only versions that were current at some time in it; null for all
 * @param feed whether the oldest come first and the walk has no end
 * @param page the token of the page; null for the first
 * @param applied what the links repeat, without the token
 */
record HistoryQuery(
        int count,
        @Nullable OffsetDateTime since,
        @Nullable DateRange at,
        boolean feed,
        @Nullable String page,
        List<Parameter> applied) {

    static final int USUAL_COUNT = 50;
    static final int MAX_COUNT = 1000;

    private static final String SINCE = "_since";
    private static final String AT = "_at";
    private static final String SORT = "_sort";
    private static final String COUNT = "_count";
    private static final String PAGE = "_page";
    static final Set<String> PARAMETERS = Set.of(SINCE, AT, SORT, COUNT, PAGE);

    private static final String RULE = "parameter-value";
    private static final String OLDEST_FIRST = "_lastUpdated";
    private static final String NEWEST_FIRST = "-_lastUpdated";
    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

    HistoryQuery {
        applied = List.copyOf(applied);
    }

    /** @param zone where a date without a time zone is meant */
    static HistoryQuery of(List<Parameter> parameters, ZoneId zone) {
        Optional<String> since = single(parameters, SINCE).map(HistoryQuery::withPlus);
        Optional<String> at = single(parameters, AT).map(HistoryQuery::withPlus);
        Optional<String> sort = single(parameters, SORT);
        Optional<Integer> count = single(parameters, COUNT).map(HistoryQuery::count);
        List<Parameter> applied = new ArrayList<>();
        since.ifPresent(text -> applied.add(new Parameter(SINCE, text)));
        at.ifPresent(text -> applied.add(new Parameter(AT, text)));
        sort.ifPresent(text -> applied.add(new Parameter(SORT, text)));
        count.ifPresent(number -> applied.add(new Parameter(COUNT, number.toString())));
        return new HistoryQuery(
                count.orElse(USUAL_COUNT),
                since.map(HistoryQuery::since).orElse(null),
                at.map(text -> at(text, zone)).orElse(null),
                sort.map(HistoryQuery::oldestFirst).orElse(false),
                single(parameters, PAGE).orElse(null),
                applied);
    }

    /** The query of a link to a page. Every value in it has been checked, so a plus sign is all that needs escaping. */
    String link(@Nullable String token) {
        List<Parameter> all = new ArrayList<>(applied);
        if (token != null) {
            all.add(new Parameter(PAGE, token));
        }
        return all.stream()
                .map(parameter -> parameter.name() + "=" + parameter.value().replace("+", "%2B"))
                .collect(Collectors.joining("&"));
    }

    private static Optional<String> single(List<Parameter> parameters, String name) {
        List<String> values = parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .toList();
        if (values.size() > 1) {
            throw Refusal.invalid("parameter-repeated", "The parameter " + name + " may be given once.");
        }
        return values.stream().findFirst();
    }

    /** A plus sign in a URL is a space; in a date nobody means a space. */
    private static String withPlus(String text) {
        return text.replace(' ', '+');
    }

    private static int count(String text) {
        boolean number = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int count = number ? Integer.parseInt(text) : 0;
        if (count == 0) {
            throw Refusal.invalid(RULE, "The parameter _count is a whole number from 1 to " + MAX_COUNT + ".");
        }
        // FHIR lets a server return fewer than asked for; the next link leads on.
        return Math.min(count, MAX_COUNT);
    }

    private static boolean oldestFirst(String text) {
        return switch (text) {
            case OLDEST_FIRST -> true;
            case NEWEST_FIRST -> false;
            default ->
                throw Refusal.invalid(
                        RULE,
                        "The parameter _sort of a history is -_lastUpdated, newest first, or _lastUpdated, oldest first.");
        };
    }

    private static OffsetDateTime since(String text) {
        return Optional.of(text)
                .filter(value -> INSTANT.matcher(value).matches())
                .flatMap(value -> DateRange.parse(value, java.time.ZoneOffset.UTC))
                .orElseThrow(() -> Refusal.invalid(
                        RULE,
                        "The parameter _since is an instant with seconds and a time zone, such as"
                                + " 2026-11-01T00:00:00Z. What was current on a day tells _at=2026-11-01."))
                .from();
    }

    private static DateRange at(String text, ZoneId zone) {
        return DateRange.parse(text, zone)
                .orElseThrow(() -> Refusal.invalid(
                        RULE,
                        "The parameter _at is a date or a time of any precision without a prefix, such as 2026-11,"
                                + " 2026-11-01 or 2026-11-01T14:30:00Z."));
    }
}
