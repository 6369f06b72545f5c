package org.dripline.treatment;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A mood scale and how its totals are judged.
 *
 * @param instrument as in {@code clinic.score}: phq9, gad7, madrs, qids, bdi
 * @param name such as PHQ-9
 * @param recallDays how many days it asks about; 0 when it can be taken again the next day
 * @param remission below or up to which total remission is told; empty when nobody gave a cut-off
 * @param source of the cut-off and of the recall
 */
public record Scale(String instrument, String name, int recallDays, Optional<Limit> remission, String source) {

    /**
     * A limit of totals.
     *
     * @param inclusive whether the total itself is within
     */
    public record Limit(BigDecimal total, boolean inclusive) {
        boolean admits(BigDecimal found) {
            int order = found.compareTo(total);
            return order < 0 || (inclusive && order == 0);
        }

        /** Such as {@code < 5}. */
        public String text() {
            return (inclusive ? "≤ " : "< ") + total.toPlainString();
        }
    }

    Scale withRemissionUpTo(int total) {
        return new Scale(
                instrument,
                name,
                recallDays,
                Optional.of(new Limit(BigDecimal.valueOf(total), true)),
                "asked for with this summary");
    }

    /** Such as {@code remission: PHQ-9 < 5}. */
    public String remissionText() {
        return remission
                .map(limit -> "remission: " + name + " " + limit.text())
                .orElse("remission: no cut-off for " + name);
    }
}
