package org.dripline.treatment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.dripline.treatment.Rows.AnswerRow;
import org.dripline.treatment.Rows.CourseRow;
import org.dripline.treatment.Rows.DoseRow;
import org.dripline.treatment.Rows.EventRow;
import org.dripline.treatment.Rows.FlagRow;
import org.dripline.treatment.Rows.OrderRow;
import org.dripline.treatment.Rows.ReadingRow;
import org.dripline.treatment.Rows.ScoreRow;
import org.dripline.treatment.Rows.SessionRow;
import org.jspecify.annotations.Nullable;

/** Rows of a course, made by hand, without a database. */
final class SampleCourse {
    static final Instant START = Instant.parse("2026-01-05T14:00:00Z");
    private static final int MINUTES = 40;

    private final List<SessionRow> sessions = new ArrayList<>();
    private final List<DoseRow> doses = new ArrayList<>();
    private final List<ScoreRow> scores = new ArrayList<>();
    private final List<ReadingRow> readings = new ArrayList<>();
    private final List<EventRow> events = new ArrayList<>();
    private final List<FlagRow> flags = new ArrayList<>();
    private final List<AnswerRow> answers = new ArrayList<>();
    private final List<OrderRow> orders = new ArrayList<>();
    private @Nullable Integer planned = 6;
    private String status = "active";
    private ZoneId zone = ZoneOffset.UTC;

    SampleCourse over() {
        status = "completed";
        return this;
    }

    SampleCourse in(ZoneId where) {
        zone = where;
        return this;
    }

    SampleCourse planned(@Nullable Integer sessionsPlanned) {
        planned = sessionsPlanned;
        return this;
    }

    /** @param day from that of the first */
    SampleCourse session(int number, int day, @Nullable String mg, @Nullable String mgPerKg) {
        return session(number, day, mg, mgPerKg, "ketamine");
    }

    SampleCourse session(int number, int day, @Nullable String mg, @Nullable String mgPerKg, String agent) {
        Instant start = START.plusSeconds(day * 86_400L);
        sessions.add(new SessionRow(
                "Procedure/i" + number,
                number,
                "v" + number,
                start,
                start.plusSeconds(MINUTES * 60L),
                start,
                BigDecimal.valueOf(MINUTES),
                "completed",
                null,
                agent,
                decimal(mg),
                null,
                decimal(mgPerKg)));
        doses.add(new DoseRow("d" + number, "Procedure/i" + number));
        return this;
    }

    SampleCourse score(String instrument, int hours, @Nullable Integer total) {
        Instant at = START.plusSeconds(hours * 3_600L);
        scores.add(new ScoreRow(
                instrument + hours,
                instrument,
                total == null ? null : BigDecimal.valueOf(total),
                at,
                at,
                null,
                null,
                null));
        return this;
    }

    SampleCourse pressure(int number, int minutes, int systolic, int diastolic) {
        return reading(number, minutes, "bp", systolic, diastolic, null);
    }

    SampleCourse value(int number, int minutes, String kind, int value) {
        return reading(number, minutes, kind, null, null, value);
    }

    private SampleCourse reading(
            int number,
            int minutes,
            String kind,
            @Nullable Integer systolic,
            @Nullable Integer diastolic,
            @Nullable Integer value) {
        Instant start = sessions.stream()
                .filter(session -> session.id().equals("Procedure/i" + number))
                .findFirst()
                .map(session -> Objects.requireNonNull(session.startedAt()))
                .orElse(START);
        Instant at = start.plusSeconds(minutes * 60L);
        readings.add(new ReadingRow(
                "r" + readings.size(),
                kind,
                at,
                at,
                null,
                systolic == null ? null : BigDecimal.valueOf(systolic),
                diastolic == null ? null : BigDecimal.valueOf(diastolic),
                value == null ? null : BigDecimal.valueOf(value),
                "Procedure/i" + number,
                null));
        return this;
    }

    SampleCourse event(String name, int hours, @Nullable String severity, @Nullable Boolean serious) {
        Instant at = START.plusSeconds(hours * 3_600L);
        events.add(new EventRow("e" + events.size(), name, name, at, at, null, severity, serious, null, null, null));
        return this;
    }

    SampleCourse answer(String loinc, String code) {
        answers.add(new AnswerRow("q", START, loinc, code, null));
        return this;
    }

    SampleCourse order(String id, @Nullable String revised, int count) {
        orders.add(new OrderRow(id, "c", revised, count));
        return this;
    }

    /** The same rows in another order. */
    SampleCourse shuffled(long seed) {
        Random random = new Random(seed);
        List.of(sessions, doses, scores, readings, events, flags, answers, orders)
                .forEach(rows -> Collections.shuffle(rows, random));
        return this;
    }

    CourseSummary summary() {
        return summary(Question.DEFAULT);
    }

    CourseSummary summary(Question question) {
        Map<String, Long> versions = new HashMap<>();
        scores.forEach(row -> versions.put("Observation/" + row.id(), 1L));
        CourseRow course = new CourseRow("c", "p", 1, "induction", planned, status, START, null, null);
        CourseRecord record = new CourseRecord(
                course,
                sessions,
                Set.of(),
                CourseRecord.bySession(doses),
                scores,
                readings,
                events,
                flags,
                answers,
                orders,
                new Background(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
                versions,
                null,
                zone);
        return SummaryCalculation.of(record, CutOffs.shipped(), question);
    }

    private static @Nullable BigDecimal decimal(@Nullable String number) {
        return number == null ? null : new BigDecimal(number);
    }
}
