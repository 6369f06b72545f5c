package org.dripline.treatment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An infusion, or the esketamine of one visit.
 *
 * @param record the Procedure; for a nasal session the Encounter, or the only administration
 * @param number within the course, from 1
 * @param status completed, in-progress, stopped, on-hold, unknown or preparation
 * @param day of the clinic
 * @param agent ketamine, esketamine, or both
 * @param doseMg all that was given, mg as written
 * @param doseMgPerKg two decimals
 * @param doseIsComputed whether doseMgPerKg is mg divided by the weight; else it is as recorded
 * @param minutes whole minutes
 * @param records the session's own records: itself and its doses
 */
public record Session(
        RecordVersion record,
        Optional<Integer> number,
        String status,
        Optional<String> statusReason,
        Optional<LocalDate> day,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Optional<String> agent,
        Figure doseMg,
        Figure doseMgPerKg,
        boolean doseIsComputed,
        Figure minutes,
        SessionVitals vitals,
        List<RecordVersion> records) {

    public Session {
        records = List.copyOf(records);
    }

    public boolean isDone() {
        return status.equals("completed");
    }

    /** Such as {@code infusion 3}. */
    public String name() {
        return number.map(found -> "infusion " + found).orElse("an infusion without a number");
    }
}
