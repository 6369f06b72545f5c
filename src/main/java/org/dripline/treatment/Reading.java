package org.dripline.treatment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * One reading of a vital sign.
 *
 * @param kind bp, hr, spo2 or rr, as in {@code clinic.vital_sign}
 * @param at when, if written with a time
 * @param phase pre, during or post: by the time when reading and session have one, else as recorded; empty when neither
 * @param value of any other kind than bp: per minute, for spo2 percent
 */
public record Reading(
        RecordVersion record,
        String kind,
        Optional<Instant> at,
        String phase,
        Optional<BigDecimal> systolicMmhg,
        Optional<BigDecimal> diastolicMmhg,
        Optional<BigDecimal> value) {

    static final String PRE = "pre";

    boolean isPressure() {
        return kind.equals("bp") && systolicMmhg.isPresent();
    }

    /** Such as {@code 161/94}; without a diastolic one the systolic alone. */
    public String pressureText() {
        return systolicMmhg.map(BigDecimal::toPlainString).orElse("?")
                + diastolicMmhg.map(found -> "/" + found.toPlainString()).orElse("");
    }
}
