package org.dripline.treatment;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dripline.treatment.Rows.CourseRow;

/** From the rows of a course to its summary; the order of the rows does not matter. */
final class SummaryCalculation {
    private SummaryCalculation() {}

    static CourseSummary of(CourseRecord record, CutOffs cutOffs, Question question) {
        Timeline timeline = new Timeline(record, question);
        SessionCalculation sessionOf = new SessionCalculation(record, cutOffs);
        List<Session> sessions =
                timeline.told().stream().map(sessionOf::session).toList();
        List<ScaleCourse> scales = scales(timeline, cutOffs);
        Doses doses = new DoseCalculation(record, sessions).doses();
        CourseVitalsCalculation vitals = new CourseVitalsCalculation(cutOffs, sessions);
        AdverseEvents events = new EventCalculation(timeline, cutOffs).events();
        Risk risk = new RiskCalculation(timeline).risk();
        CourseSummary summary = new CourseSummary(
                course(
                        record.course(),
                        record.version("CarePlan", record.course().id()).version(),
                        record.zone()),
                question,
                record.background(),
                doses,
                sessions,
                scales,
                vitals.vitals(),
                events,
                risk,
                Stream.of(
                                Gaps.of(doses, sessions, scales.getFirst()),
                                scales.stream().flatMap(Gaps::inexact),
                                vitals.missing())
                        .flatMap(each -> each)
                        .distinct()
                        .toList(),
                cutOffs.version(),
                List.of());
        return summary.with(Inputs.of(summary));
    }

    private static List<ScaleCourse> scales(Timeline timeline, CutOffs cutOffs) {
        Question question = timeline.question();
        List<ScaleCourse> found = new ArrayList<>();
        cutOffs.inOrder().forEach(scale -> {
            boolean asked = scale.instrument().equals(question.scale());
            Scale judged = asked
                    ? question.remissionUpTo().map(scale::withRemissionUpTo).orElse(scale)
                    : scale;
            ScaleCourse course = new ScaleCalculation(timeline, cutOffs, judged).course();
            if (asked) {
                found.addFirst(course);
            } else if (!course.points().isEmpty()) {
                found.add(course);
            }
        });
        return found;
    }

    /** @param version 0 when it is not known */
    static Course course(CourseRow row, long version, ZoneId zone) {
        return new Course(
                new RecordVersion("CarePlan", row.id(), version),
                row.patientId(),
                Optional.ofNullable(row.courseNumber()),
                Optional.ofNullable(row.phase()),
                Optional.ofNullable(row.status()),
                Optional.ofNullable(row.startedFrom())
                        .map(start -> start.atZone(zone).toLocalDate()),
                Optional.ofNullable(row.endedBefore())
                        .map(end -> end.minusMillis(1).atZone(zone).toLocalDate()));
    }
}
