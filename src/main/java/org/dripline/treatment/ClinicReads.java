package org.dripline.treatment;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.dripline.treatment.ClinicTable.text;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.dripline.treatment.ClinicTable.Row;
import org.dripline.treatment.Rows.AnswerRow;
import org.dripline.treatment.Rows.CourseRow;
import org.dripline.treatment.Rows.DoseRow;
import org.dripline.treatment.Rows.EventRow;
import org.dripline.treatment.Rows.FlagRow;
import org.dripline.treatment.Rows.OrderRow;
import org.dripline.treatment.Rows.ReadingRow;
import org.dripline.treatment.Rows.ScoreRow;
import org.dripline.treatment.Rows.SessionRow;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Reads what a summary needs: one statement for each view, however much there is. */
final class ClinicReads {
    private static final ClinicTable COURSES = new ClinicTable("course")
            .texts("id", "patient_id", "phase", "status", "diagnosis_id")
            .wholes("course_number", "planned_infusions")
            .instants("started_from", "ended_before");
    /** Not clinic.infusion, which also works out what was seen and scored around each. */
    private static final ClinicTable SESSIONS = new ClinicTable("helper_session_given")
            .texts("id", "visit_id", "status", "status_reason", "agent", "course_id")
            .wholes("infusion_number")
            .instants("started_at", "ended_at", "started_from")
            .numbers("minutes", "dose_mg", "dose_mg_per_kg", "computed_dose_mg_per_kg");

    private static final ClinicTable DOSES = new ClinicTable("dose").texts("id", "infusion_id");
    private static final ClinicTable SCORES = new ClinicTable("score")
            .texts("id", "instrument", "timepoint", "course_id")
            .numbers("total")
            .instants("scored_at", "scored_from", "scored_before");
    private static final ClinicTable READINGS = new ClinicTable("vital_sign")
            .texts("id", "kind", "phase", "infusion_id", "visit_id")
            .instants("measured_at", "measured_from")
            .numbers("systolic_mmhg", "diastolic_mmhg", "value_number");
    private static final ClinicTable EVENTS = new ClinicTable("adverse_event")
            .texts("id", "event_code", "event_text", "severity", "outcome", "infusion_id", "visit_id")
            .truths("serious")
            .instants("onset_at", "onset_from", "resolved_at");
    private static final ClinicTable FLAGS =
            new ClinicTable("flag").texts("id", "code", "code_text", "status").instants("raised_from", "ended_before");
    private static final ClinicTable ANSWERS = new ClinicTable("answer")
            .texts("response_id", "loinc_code", "answer_code")
            .truths("answer_boolean")
            .instants("authored_from");
    private static final ClinicTable ORDERS = new ClinicTable("infusion_order")
            .texts("id", "course_id", "revised_order_id")
            .wholes("infusions_ordered");
    private static final ClinicTable VERSIONS =
            new ClinicTable("record").texts("type", "id").numbers("version");

    private static final List<String> WATCHED = List.of("bp", "hr", "spo2", "rr");

    private final DSLContext sql;
    private final ZoneId zone;

    ClinicReads(DSLContext sql, ZoneId zone) {
        this.sql = sql;
        this.zone = zone;
    }

    /** The course of that id, or none; a course of nobody here has no summary. */
    List<CourseRow> course(String id) {
        return COURSES.where(sql, text("id").eq(id), text("patient_id").isNotNull()).stream()
                .map(ClinicReads::course)
                .toList();
    }

    List<CourseRow> courses(String patientId) {
        return COURSES.ofPatient(sql, patientId).stream()
                .map(ClinicReads::course)
                .toList();
    }

    /** Everything of a course; what cannot be told apart by course is of the patient. */
    CourseRecord read(CourseRow course) {
        String patient = course.patientId();
        Map<String, Long> versions = versions(patient);
        List<Row> sessions = SESSIONS.ofPatient(sql, patient);
        return new CourseRecord(
                course,
                rows(sessions.stream().filter(row -> isOf(course, row)).toList(), ClinicReads::session),
                sessions.stream()
                        .filter(row -> !isOf(course, row))
                        .map(row -> row.key("id"))
                        .collect(toUnmodifiableSet()),
                CourseRecord.bySession(rows(DOSES.ofPatient(sql, patient), ClinicReads::dose)),
                rows(SCORES.ofPatient(sql, patient), ClinicReads::score),
                rows(READINGS.ofPatient(sql, patient, text("kind").in(WATCHED)), ClinicReads::reading),
                rows(EVENTS.ofPatient(sql, patient), ClinicReads::event),
                rows(FLAGS.ofPatient(sql, patient), ClinicReads::flag),
                rows(ANSWERS.ofPatient(sql, patient, text("instrument").eq("cssrs")), ClinicReads::answer),
                rows(ORDERS.ofPatient(sql, patient, text("course_id").eq(course.id())), ClinicReads::order),
                new BackgroundReads(sql, zone, versions).read(patient, course.diagnosisId()),
                versions,
                next(course),
                zone);
    }

    private static boolean isOf(CourseRow course, Row session) {
        return course.id().equals(session.text("course_id"));
    }

    /** What is known of a patient, with or without a course. */
    Background background(String patientId) {
        return new BackgroundReads(sql, zone, versions(patientId)).read(patientId, null);
    }

    private Map<String, Long> versions(String patientId) {
        Map<String, Long> versions = new HashMap<>();
        VERSIONS.ofPatient(sql, patientId)
                .forEach(row -> versions.put(
                        row.key("type") + '/' + row.key("id"),
                        Objects.requireNonNull(row.number("version")).longValueExact()));
        return versions;
    }

    private @Nullable Instant next(CourseRow course) {
        Instant start = course.startedFrom();
        return courses(course.patientId()).stream()
                .filter(other -> !other.id().equals(course.id()))
                .map(CourseRow::startedFrom)
                .filter(other -> other != null && start != null && other.isAfter(start))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static <T> List<T> rows(List<Row> found, Function<Row, T> made) {
        return found.stream().map(made).toList();
    }

    private static CourseRow course(Row row) {
        return new CourseRow(
                row.key("id"),
                row.key("patient_id"),
                row.whole("course_number"),
                row.text("phase"),
                row.whole("planned_infusions"),
                row.text("status"),
                row.instant("started_from"),
                row.instant("ended_before"),
                row.text("diagnosis_id"));
    }

    private static SessionRow session(Row row) {
        return new SessionRow(
                row.key("id"),
                row.whole("infusion_number"),
                row.text("visit_id"),
                row.instant("started_at"),
                row.instant("ended_at"),
                row.instant("started_from"),
                row.number("minutes"),
                row.text("status"),
                row.text("status_reason"),
                row.text("agent"),
                row.number("dose_mg"),
                row.number("dose_mg_per_kg"),
                row.number("computed_dose_mg_per_kg"));
    }

    private static DoseRow dose(Row row) {
        return new DoseRow(row.key("id"), row.text("infusion_id"));
    }

    private static ScoreRow score(Row row) {
        return new ScoreRow(
                row.key("id"),
                row.key("instrument"),
                row.number("total"),
                row.instant("scored_at"),
                row.instant("scored_from"),
                row.instant("scored_before"),
                row.text("timepoint"),
                row.text("course_id"));
    }

    private static ReadingRow reading(Row row) {
        return new ReadingRow(
                row.key("id"),
                row.key("kind"),
                row.instant("measured_at"),
                row.instant("measured_from"),
                row.text("phase"),
                row.number("systolic_mmhg"),
                row.number("diastolic_mmhg"),
                row.number("value_number"),
                row.text("infusion_id"),
                row.text("visit_id"));
    }

    private static EventRow event(Row row) {
        return new EventRow(
                row.key("id"),
                row.text("event_code"),
                row.text("event_text"),
                row.instant("onset_at"),
                row.instant("onset_from"),
                row.instant("resolved_at"),
                row.text("severity"),
                row.truth("serious"),
                row.text("outcome"),
                row.text("infusion_id"),
                row.text("visit_id"));
    }

    private static FlagRow flag(Row row) {
        return new FlagRow(
                row.key("id"),
                row.text("code"),
                row.text("code_text"),
                row.instant("raised_from"),
                row.instant("ended_before"),
                row.text("status"));
    }

    private static AnswerRow answer(Row row) {
        return new AnswerRow(
                row.key("response_id"),
                row.instant("authored_from"),
                row.text("loinc_code"),
                row.text("answer_code"),
                row.truth("answer_boolean"));
    }

    private static OrderRow order(Row row) {
        return new OrderRow(
                row.key("id"), row.text("course_id"), row.text("revised_order_id"), row.whole("infusions_ordered"));
    }
}
