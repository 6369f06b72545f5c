package org.dripline.treatment;

import java.util.List;
import java.util.Optional;

/**
 * What was watched in one session.
 *
 * @param readings in order of time
 * @param before the last blood pressure before the start
 * @param peak the reading with the highest systolic pressure of all
 * @param systolicRiseMmhg highest systolic during and after, minus that of {@code before}
 * @param diastolicRiseMmhg the same of the diastolic
 * @param monitoredMinutes from the first reading to the last
 * @param shortMonitoring said when that is less than it should be
 */
public record SessionVitals(
        List<Reading> readings,
        Optional<Reading> before,
        Optional<Reading> peak,
        Figure systolicRiseMmhg,
        Figure diastolicRiseMmhg,
        Figure highestHeartRatePerMin,
        Figure lowestSpo2Percent,
        Figure monitoredMinutes,
        Optional<String> shortMonitoring) {

    public SessionVitals {
        readings = List.copyOf(readings);
    }
}
