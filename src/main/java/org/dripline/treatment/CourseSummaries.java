package org.dripline.treatment;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dripline.access.PatientScope;
import org.dripline.treatment.Rows.CourseRow;
import org.jooq.DSLContext;

/**
 * Computes the summary of a course. A constant number of statements whatever the size of the course, all within one
 * snapshot. Thread-safe.
 */
public final class CourseSummaries {
    private static final Comparator<CourseRow> NEWEST_LAST = Comparator.comparing(
                    (CourseRow course) -> course.startedFrom() == null ? Instant.MIN : course.startedFrom())
            .thenComparingInt(course -> course.courseNumber() == null ? 0 : course.courseNumber())
            .thenComparing(CourseRow::id);

    private final ClinicReads reads;
    private final ClinicSnapshot snapshot;
    private final CutOffs cutOffs;
    private final ZoneId zone;

    /**
     * Over the views of one database.
     *
     * @param zone the clinic's, whose days are told
     */
    public CourseSummaries(DSLContext sql, ClinicSnapshot snapshot, CutOffs cutOffs, ZoneId zone) {
        this.reads = new ClinicReads(sql, zone);
        this.snapshot = snapshot;
        this.cutOffs = cutOffs;
        this.zone = zone;
    }

    public CutOffs cutOffs() {
        return cutOffs;
    }

    /** The clinic's, whose days are told. */
    public ZoneId zone() {
        return zone;
    }

    /** The courses of a patient, the newest last. */
    public List<Course> courses(PatientScope scope, String patientId) {
        return scope.admits(patientId)
                ? reads.courses(patientId).stream()
                        .sorted(NEWEST_LAST)
                        .map(row -> SummaryCalculation.course(row, 0, zone))
                        .toList()
                : List.of();
    }

    /** Diagnoses, medication, allergies and what led here, of a patient with or without a course. */
    public Background background(PatientScope scope, String patientId) {
        return scope.admits(patientId)
                ? snapshot.of(() -> reads.background(patientId))
                : new Background(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** The summary of the course with that CarePlan id; empty when there is none or it is hidden from the caller. */
    public Optional<CourseSummary> ofCourse(PatientScope scope, String courseId, Question question) {
        return snapshot.of(() -> reads.course(courseId).stream()
                .filter(course -> scope.admits(course.patientId()))
                .findFirst()
                .map(course -> SummaryCalculation.of(reads.read(course), cutOffs, question)));
    }

    /**
     * The summary of one course of a patient.
     *
     * @param course its number, or its CarePlan id; the newest when empty
     */
    public Optional<CourseSummary> ofPatient(
            PatientScope scope, String patientId, Optional<String> course, Question question) {
        if (!scope.admits(patientId)) {
            return Optional.empty();
        }
        return snapshot.of(() -> reads.courses(patientId).stream()
                .sorted(NEWEST_LAST.reversed())
                .filter(row -> course.map(asked -> isNamed(row, asked)).orElse(true))
                .findFirst()
                .map(found -> SummaryCalculation.of(reads.read(found), cutOffs, question)));
    }

    private static boolean isNamed(CourseRow row, String asked) {
        return row.id().equals(asked) || asked.equals(String.valueOf(row.courseNumber()));
    }
}
