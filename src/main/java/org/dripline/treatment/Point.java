package org.dripline.treatment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One total of a scale.
 *
 * @param day of the clinic
 * @param at when, if written with a time
 * @param timepoint as recorded, such as baseline or post-24h
 * @param total points as recorded
 * @param change points; total minus baseline
 * @param percentChange % of the baseline, one decimal; negative is improvement
 * @param outcome what the change amounts to
 * @param remission empty when the scale has no cut-off, and of a score before the first session or too early after it; needs no
 *     baseline
 * @param afterInfusion number of the last session that began before it
 */
public record Point(
        RecordVersion record,
        LocalDate day,
        Optional<Instant> at,
        Optional<String> timepoint,
        BigDecimal total,
        Figure change,
        Figure percentChange,
        Outcome outcome,
        Optional<Boolean> remission,
        Optional<Integer> afterInfusion) {

    /** What a change from baseline amounts to. */
    public enum Outcome {
        /** A fall by at least the response's share. */
        RESPONSE("response"),
        /** A fall by less than that, at least the partial one's. */
        PARTIAL("partial response"),
        /** Less, or a rise. */
        NONE("no response"),
        /** No baseline, before the treatment, or too early for this scale. */
        NOT_JUDGED("not judged");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public boolean isJudged() {
        return outcome != Outcome.NOT_JUDGED;
    }
}
