package org.dripline.treatment;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How a summary is asked for.
 *
 * @param start nothing from before this day of the clinic; baseline and infusion 1 stay those of the course
 * @param end nothing from after this day
 * @param scale the instrument that is told first
 * @param remissionUpTo the total of that scale up to which remission is told, in place of the configured one
 */
public record Question(
        Optional<LocalDate> start, Optional<LocalDate> end, String scale, Optional<Integer> remissionUpTo) {

    /** Everything, by PHQ-9. */
    public static final Question DEFAULT = new Question(Optional.empty(), Optional.empty(), "phq9", Optional.empty());

    /** What is left out of a summary that is limited to some days, as a sentence without its full stop; else empty. */
    public Optional<String> limits() {
        if (start.isEmpty() && end.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                "Limited to the days" + start.map(day -> " from " + day).orElse("")
                        + end.map(day -> " until " + day).orElse("")
                        + " as asked for: what was recorded of other days is left out, but for the baseline and open flags");
    }

    /** A day that is not known is within only when there are no limits. */
    boolean admits(Optional<LocalDate> day) {
        return day.map(found -> start.map(first -> !found.isBefore(first)).orElse(true)
                        && end.map(last -> !found.isAfter(last)).orElse(true))
                .orElse(start.isEmpty() && end.isEmpty());
    }
}
