package org.dripline.treatment;

import static org.dripline.treatment.ClinicTable.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dripline.treatment.Background.Allergy;
import org.dripline.treatment.Background.Diagnosis;
import org.dripline.treatment.Background.EarlierTreatment;
import org.dripline.treatment.Background.Medication;
import org.dripline.treatment.Background.Problem;
import org.dripline.treatment.Background.Referral;
import org.dripline.treatment.ClinicTable.Row;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Reads why a patient came and what else is known of them: one statement for each view. */
final class BackgroundReads {
    private static final ClinicTable REFERRALS = new ClinicTable("referral")
            .texts("id", "requester", "reason_text", "priority")
            .instants("authored_from");
    private static final ClinicTable DIAGNOSES = new ClinicTable("diagnosis")
            .texts("id", "sct_code", "icd10cm_code", "severity_code", "clinical_status")
            .wholes("failed_adequate_trials")
            .instants("onset_from");
    private static final ClinicTable PROBLEMS = new ClinicTable("problem")
            .texts("id", "code_text", "clinical_status")
            .instants("onset_from");
    private static final ClinicTable TRIALS = new ClinicTable("earlier_treatment")
            .texts("id", "agent_text", "outcome")
            .truths("adequate")
            .instants("started_from", "ended_before");
    private static final ClinicTable MEDICATIONS = new ClinicTable("medication")
            .texts("id", "agent_text", "agent_rxcui")
            .instants("started_from");
    private static final ClinicTable ALLERGIES =
            new ClinicTable("allergy").texts("id", "agent_text", "criticality", "clinical_status");

    private final DSLContext sql;
    private final ZoneId zone;
    private final Map<String, Long> versions;

    BackgroundReads(DSLContext sql, ZoneId zone, Map<String, Long> versions) {
        this.sql = sql;
        this.zone = zone;
        this.versions = versions;
    }

    /** @param ofCourse the Condition that the course names */
    Background read(String patient, @Nullable String ofCourse) {
        return new Background(
                ordered(REFERRALS.ofPatient(sql, patient), "authored_from").stream()
                        .map(this::referral)
                        .toList(),
                ordered(DIAGNOSES.ofPatient(sql, patient), "onset_from").stream()
                        .map(row -> diagnosis(row, ofCourse))
                        .toList(),
                ordered(PROBLEMS.ofPatient(sql, patient), "onset_from").stream()
                        .map(this::problem)
                        .toList(),
                ordered(TRIALS.ofPatient(sql, patient), "started_from").stream()
                        .map(this::trial)
                        .toList(),
                ordered(MEDICATIONS.ofPatient(sql, patient, text("status").eq("active")), "started_from").stream()
                        .map(this::medication)
                        .toList(),
                ALLERGIES.ofPatient(sql, patient).stream()
                        .sorted(Comparator.comparing(row -> row.key("id")))
                        .map(this::allergy)
                        .toList());
    }

    private static List<Row> ordered(List<Row> rows, String instant) {
        return rows.stream()
                .sorted(Comparator.comparing((Row row) -> known(row.instant(instant)))
                        .thenComparing(row -> row.key("id")))
                .toList();
    }

    private static Instant known(@Nullable Instant instant) {
        return instant == null ? Instant.EPOCH : instant;
    }

    private Referral referral(Row row) {
        return new Referral(
                version("ServiceRequest", row),
                told(row, "requester"),
                told(row, "reason_text"),
                day(row, "authored_from"),
                told(row, "priority"));
    }

    private Diagnosis diagnosis(Row row, @Nullable String ofCourse) {
        return new Diagnosis(
                version("Condition", row),
                told(row, "sct_code"),
                told(row, "icd10cm_code"),
                told(row, "severity_code"),
                told(row, "clinical_status"),
                Optional.ofNullable(row.whole("failed_adequate_trials")),
                row.key("id").equals(ofCourse));
    }

    private Problem problem(Row row) {
        return new Problem(version("Condition", row), told(row, "code_text"), told(row, "clinical_status"));
    }

    private EarlierTreatment trial(Row row) {
        return new EarlierTreatment(
                version("MedicationStatement", row),
                told(row, "agent_text"),
                day(row, "started_from"),
                Optional.ofNullable(row.instant("ended_before"))
                        .map(end -> end.minusMillis(1).atZone(zone).toLocalDate()),
                Optional.ofNullable(row.truth("adequate")),
                told(row, "outcome"));
    }

    private Medication medication(Row row) {
        return new Medication(
                version("MedicationStatement", row),
                told(row, "agent_text"),
                told(row, "agent_rxcui"),
                day(row, "started_from"));
    }

    private Allergy allergy(Row row) {
        return new Allergy(
                version("AllergyIntolerance", row),
                told(row, "agent_text"),
                told(row, "criticality"),
                told(row, "clinical_status"));
    }

    private RecordVersion version(String type, Row row) {
        String id = row.key("id");
        return new RecordVersion(type, id, versions.getOrDefault(type + '/' + id, 0L));
    }

    private static Optional<String> told(Row row, String column) {
        return Optional.ofNullable(row.text(column));
    }

    private Optional<LocalDate> day(Row row, String column) {
        return Optional.ofNullable(row.instant(column))
                .map(found -> found.atZone(zone).toLocalDate());
    }
}
