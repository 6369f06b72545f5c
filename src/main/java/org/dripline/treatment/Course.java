package org.dripline.treatment;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A treatment course.
 *
 * @param number courses of the patient, from 1
 * @param phase induction, consolidation or maintenance
 * @param status of the CarePlan: active, completed, revoked, ...
 * @param start first day of the plan
 * @param end last day of the plan, empty while it is open
 */
public record Course(
        RecordVersion record,
        String patientId,
        Optional<Integer> number,
        Optional<String> phase,
        Optional<String> status,
        Optional<LocalDate> start,
        Optional<LocalDate> end) {}
