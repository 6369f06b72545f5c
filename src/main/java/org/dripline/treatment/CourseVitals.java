package org.dripline.treatment;

import java.util.List;
import java.util.Optional;

/**
 * The worst readings of a course; each Figure's remark names the session it is of.
 *
 * @param maxSystolicRiseMmhg the greatest of the sessions' rises
 * @param peak the reading with the highest systolic pressure
 * @param peakOf the name of its session
 * @param sessionsWithHighSystolic how many sessions had a systolic pressure at or above the cut-off
 * @param shortMonitoring sessions that were watched too briefly, in words
 */
public record CourseVitals(
        Figure maxSystolicRiseMmhg,
        Figure maxDiastolicRiseMmhg,
        Optional<Reading> peak,
        Optional<String> peakOf,
        Figure sessionsWithHighSystolic,
        Figure highestHeartRatePerMin,
        Figure lowestSpo2Percent,
        List<String> shortMonitoring) {

    public CourseVitals {
        shortMonitoring = List.copyOf(shortMonitoring);
    }
}
