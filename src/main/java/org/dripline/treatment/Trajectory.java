package org.dripline.treatment;

import java.math.BigDecimal;
import java.util.List;

/**
 * Scores and vital signs of a course, each placed by the session it belongs to: made for charts.
 *
 * @param series one for each scale and vital sign that has a value
 * @param gaps values that should be there and are not
 */
public record Trajectory(List<Series> series, List<Gap> gaps) {
    public Trajectory {
        series = List.copyOf(series);
        gaps = List.copyOf(gaps);
    }

    /**
     * One scale or vital sign over the whole course.
     *
     * @param kind phq9, gad7, madrs, qids, bdi, systolic, diastolic, heart-rate, spo2 or respiratory-rate
     * @param unit of every value, in UCUM
     * @param values in order of time
     */
    public record Series(String kind, String unit, List<Value> values) {
        public Series {
            values = List.copyOf(values);
        }
    }

    /**
     * One value.
     *
     * @param infusion the place in the course of the session that it is placed by, from 1
     * @param moment baseline, pre, plus-40min, plus-24h, before-next or follow-up
     * @param time an instant, or a day when it was written without a time
     */
    public record Value(int infusion, String moment, String time, BigDecimal value, RecordVersion source) {}

    /** A value that is missing. */
    public record Gap(String kind, int infusion, String moment) {}

    /** Of a summary, and so within the days that it was asked for. */
    public static Trajectory of(CourseSummary summary, CutOffs cutOffs) {
        return new TrajectoryCalculation(summary, cutOffs).trajectory();
    }
}
