package org.dripline.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One invented patient and how the course went, in days from the first session.
 *
 * @param name ends the ids of all the patient's records
 * @param recordNumber medical record number
 * @param weightKg body weight, the same throughout
 * @param planned sessions planned
 * @param sessionDays days of the sessions
 * @param scales totals by instrument and day
 * @param effects adverse events by session
 * @param stopped minutes after which a session was stopped, by session
 */
record Scenario(
        String name,
        String recordNumber,
        String family,
        String gender,
        String birthDate,
        Start start,
        Agent agent,
        int weightKg,
        int planned,
        List<Integer> sessionDays,
        Map<String, Map<Integer, Integer>> scales,
        Map<Integer, Effect> effects,
        Map<Integer, Integer> stopped) {

    /** What is given, and with it how a session looks. */
    enum Agent {
        KETAMINE,
        ESKETAMINE
    }

    /** An adverse event of one session. */
    record Effect(String event, String severity) {
        static Effect parse(String text) {
            int slash = text.indexOf('/');
            return new Effect(text.substring(0, slash), text.substring(slash + 1));
        }
    }

    /** The day of the first session: a fixed one, or the Monday so many weeks before the week of today. */
    record Start(@Nullable LocalDate fixed, int weeks) {
        static Start on(LocalDate day) {
            return new Start(day, 0);
        }

        static Start weeksAgo(int weeks) {
            return new Start(null, weeks);
        }

        LocalDate day(LocalDate today) {
            return fixed != null
                    ? fixed
                    : today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                            .minusWeeks(weeks);
        }
    }

    Scenario(
            String name,
            String recordNumber,
            String family,
            String gender,
            String birthDate,
            Start start,
            Agent agent,
            int weightKg,
            int planned) {
        this(
                name,
                recordNumber,
                family,
                gender,
                birthDate,
                start,
                agent,
                weightKg,
                planned,
                List.of(),
                Map.of(),
                Map.of(),
                Map.of());
    }

    String patientId() {
        return "demo-" + name;
    }

    Scenario sessions(String days) {
        return with(words(days).stream().map(Integer::valueOf).toList(), scales, effects, stopped);
    }

    Scenario scales(String instrument, String totals) {
        Map<String, Map<Integer, Integer>> more = new LinkedHashMap<>(scales);
        Map<Integer, Integer> byDay = new LinkedHashMap<>();
        pairs(totals).forEach((day, total) -> byDay.put(day, Integer.valueOf(total)));
        more.put(instrument, byDay);
        return with(sessionDays, more, effects, stopped);
    }

    Scenario effects(String bySession) {
        Map<Integer, Effect> parsed = new LinkedHashMap<>();
        pairs(bySession).forEach((session, effect) -> parsed.put(session, Effect.parse(effect)));
        return with(sessionDays, scales, parsed, stopped);
    }

    Scenario stopped(String bySession) {
        Map<Integer, Integer> parsed = new LinkedHashMap<>();
        pairs(bySession).forEach((session, minutes) -> parsed.put(session, Integer.valueOf(minutes)));
        return with(sessionDays, scales, effects, parsed);
    }

    private Scenario with(
            List<Integer> days,
            Map<String, Map<Integer, Integer>> totals,
            Map<Integer, Effect> events,
            Map<Integer, Integer> stops) {
        return new Scenario(
                name,
                recordNumber,
                family,
                gender,
                birthDate,
                start,
                agent,
                weightKg,
                planned,
                days,
                totals,
                events,
                stops);
    }

    private static Map<Integer, String> pairs(String text) {
        Map<Integer, String> pairs = new LinkedHashMap<>();
        words(text).forEach(pair -> {
            int equals = pair.indexOf('=');
            pairs.put(Integer.valueOf(pair.substring(0, equals)), pair.substring(equals + 1));
        });
        return pairs;
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" ", -1));
    }
}
