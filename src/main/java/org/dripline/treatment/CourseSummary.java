package org.dripline.treatment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dripline.treatment.Point.Outcome;

/**
 * What one treatment course did, computed from the clinic's views of one instant. The single source of the document, the
 * page and the print.
 *
 * @param sessions in order of time
 * @param scales the one that was asked for first; only those, besides it, that have a score
 * @param missing what should be there and is not, one sentence each
 * @param configuration version of the cut-offs
 * @param records every record that this was computed from or tells of, each once, by type and id
 */
public record CourseSummary(
        Course course,
        Question question,
        Background background,
        Doses doses,
        List<Session> sessions,
        List<ScaleCourse> scales,
        CourseVitals vitals,
        AdverseEvents adverseEvents,
        Risk risk,
        List<String> missing,
        String configuration,
        List<RecordVersion> records) {

    public CourseSummary {
        sessions = List.copyOf(sessions);
        scales = List.copyOf(scales);
        missing = List.copyOf(missing);
        records = List.copyOf(records);
    }

    CourseSummary with(List<RecordVersion> found) {
        return new CourseSummary(
                course,
                question,
                background,
                doses,
                sessions,
                scales,
                vitals,
                adverseEvents,
                risk,
                missing,
                configuration,
                found);
    }

    /** The scale that was asked for. */
    public ScaleCourse scale() {
        return scales.getFirst();
    }

    /** Every derived number and verdict with its work, for "how was this computed" and to compare two summaries. */
    public List<Finding> findings() {
        return Finding.of(this);
    }

    /** Whether there is anything to tell: a completed session or a score, within the days asked for. */
    public boolean tells() {
        return sessions.stream().anyMatch(Session::isDone)
                || scales.stream()
                        .flatMap(scale -> scale.points().stream())
                        .anyMatch(point -> question.admits(Optional.of(point.day())));
    }

    /** What happens next as of a day of the clinic, as far as it follows from the records: sentences without full stops. */
    public List<String> plan(LocalDate today) {
        return Plan.of(this, today);
    }

    /** The outcome at the last judged score of the scale that was asked for. */
    public Optional<Outcome> outcome() {
        return scale().last().map(Point::outcome);
    }
}
