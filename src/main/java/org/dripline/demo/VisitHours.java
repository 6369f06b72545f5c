package org.dripline.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * When patients come. Each has a usual hour and keeps to within two hours of it; of the clinic's visits the first begins
 * at 8:30 and the last at 16:00.
 */
final class VisitHours {
    /** From arrival to the drug: weight, first readings, scales. */
    static final int BEFORE_DRUG_MINUTES = 45;

    private static final LocalTime FIRST_VISIT = LocalTime.of(8, 30);
    private static final int STEP_MINUTES = 30;
    /** In steps: how far the patients' usual hours lie apart, and then one patient's visits. */
    private static final int USUAL_HOURS = 12;

    private static final int DEVIATIONS = 5;

    /** The documentation's worked example names the times of its readings. */
    private static final LocalTime GOLDEN = LocalTime.of(14, 0);

    private VisitHours() {}

    /**
     * When the drug begins on a day that has a session, and would on any other.
     *
     * @param day from that of the first session, which is {@code first}
     */
    static LocalDateTime drug(Scenario scenario, LocalDate first, int day) {
        LocalDate date = first.plusDays(day);
        if (scenario.isGolden()) {
            return date.atTime(GOLDEN);
        }
        int usual = Math.floorMod(scenario.name().hashCode(), USUAL_HOURS);
        int deviation = Math.floorMod(scenario.name().length() + 3 * day, DEVIATIONS);
        return date.atTime(FIRST_VISIT).plusMinutes(STEP_MINUTES * (usual + deviation) + BEFORE_DRUG_MINUTES);
    }
}
