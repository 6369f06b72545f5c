package org.dripline.treatment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why the patient came, and what else is known: each list in order of time, newest last, empty when nothing is on file.
 *
 * @param allergies as recorded, also the statement that none is known
 * @param medications what the patient takes now: MedicationStatements with status active
 */
public record Background(
        List<Referral> referrals,
        List<Diagnosis> diagnoses,
        List<Problem> problems,
        List<EarlierTreatment> earlierTreatments,
        List<Medication> medications,
        List<Allergy> allergies) {

    public Background {
        referrals = List.copyOf(referrals);
        diagnoses = List.copyOf(diagnoses);
        problems = List.copyOf(problems);
        earlierTreatments = List.copyOf(earlierTreatments);
        medications = List.copyOf(medications);
        allergies = List.copyOf(allergies);
    }

    /**
     * Why the patient was sent, and by whom.
     *
     * @param requester a reference such as {@code Practitioner/12}, as in {@code clinic.referral}
     */
    public record Referral(
            RecordVersion record,
            Optional<String> requester,
            Optional<String> reason,
            Optional<LocalDate> day,
            Optional<String> priority) {}

    /**
     * A depression.
     *
     * @param failedAdequateTrials trials, as recorded; two or more are called treatment-resistant
     * @param ofCourse whether the course names it
     */
    public record Diagnosis(
            RecordVersion record,
            Optional<String> snomedCode,
            Optional<String> icd10Code,
            Optional<String> severityCode,
            Optional<String> clinicalStatus,
            Optional<Integer> failedAdequateTrials,
            boolean ofCourse) {
        private static final Map<String, String> SEVERITIES =
                Map.of("255604002", "mild", "6736007", "moderate", "24484000", "severe");

        /** Mild, moderate or severe, by the SNOMED CT codes of the profile; empty for any other. */
        public Optional<String> severity() {
            return severityCode.flatMap(code -> Optional.ofNullable(SEVERITIES.get(code)));
        }
    }

    /** A condition that is no depression. */
    public record Problem(RecordVersion record, Optional<String> name, Optional<String> clinicalStatus) {

        /** Such as {@code Hypertension (active)}. */
        public String words() {
            return name.orElse("a condition without a name")
                    + clinicalStatus.map(status -> " (" + status + ")").orElse("");
        }
    }

    /** A trial of an antidepressant. */
    public record EarlierTreatment(
            RecordVersion record,
            Optional<String> agent,
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            Optional<Boolean> adequate,
            Optional<String> outcome) {

        /** The outcome's code as people say it, such as {@code no improvement}. */
        public Optional<String> outcomeWords() {
            return outcome.map(code -> code.replace('-', ' '));
        }
    }

    /** A drug taken now. */
    public record Medication(
            RecordVersion record, Optional<String> agent, Optional<String> rxcui, Optional<LocalDate> from) {}

    /** What is not tolerated. */
    public record Allergy(
            RecordVersion record, Optional<String> agent, Optional<String> criticality, Optional<String> status) {}
}
