package org.dripline.demo;

import static org.dripline.demo.Body.concept;
import static org.dripline.demo.Body.note;

import java.time.LocalDate;
import java.util.List;
import org.dripline.demo.Health.Allergy;
import org.dripline.demo.Health.Drug;
import org.dripline.demo.Health.Problem;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.jspecify.annotations.Nullable;

/** Writes what the referral tells beside the depression: drugs taken now, another problem, allergies. */
final class HealthRecord {
    private final Scenario scenario;
    private final LocalDate start;
    private final String patient;
    private final String diagnosis;
    private final Transaction entries;
    private int written;

    HealthRecord(Scenario scenario, LocalDate start, String patient, String diagnosis, Transaction entries) {
        this.scenario = scenario;
        this.start = start;
        this.patient = patient;
        this.diagnosis = diagnosis;
        this.entries = entries;
    }

    void write() {
        Health health = scenario.health();
        drugs(health.drugs(), diagnosis);
        @Nullable Problem problem = health.problem();
        if (problem != null) {
            drugs(problem.drugs(), problem(problem));
        }
        @Nullable Allergy allergy = health.allergy();
        if (allergy != null) {
            allergy(allergy);
        }
    }

    /** A condition that lasts, on the problem list. */
    static Body listed(Body condition) {
        return condition
                .put("clinicalStatus", concept(Body.HL7 + "condition-clinical", "active"))
                .put("verificationStatus", concept(Body.HL7 + "condition-ver-status", "confirmed"))
                .list("category", concept(Body.HL7 + "condition-category", "problem-list-item"));
    }

    private void drugs(List<Drug> taken, String reason) {
        for (Drug drug : taken) {
            written++;
            String since = start.minusWeeks(drug.weeks()).toString();
            entries.put(Body.resource("MedicationStatement", scenario.patientId() + "-medication-" + written)
                    .text("status", "active")
                    .put("medicationCodeableConcept", note(drug.agent()))
                    .reference("subject", patient)
                    .put("effectivePeriod", new Body().text("start", since).json())
                    .text("dateAsserted", referred())
                    .reference("informationSource", Clinic.REFERRER)
                    .references("reasonReference", reason)
                    .list("dosage", note(drug.mgPerDay() + " mg a day")));
        }
    }

    private String problem(Problem problem) {
        return entries.put(listed(Body.resource("Condition", scenario.patientId() + "-problem"))
                .put("code", code(problem.name()))
                .reference("subject", patient)
                .text("onsetDateTime", Integer.toString(start.getYear() - problem.years())));
    }

    private static JsonObject code(String problem) {
        return switch (problem) {
            case "hypertension" ->
                new Body()
                        .list("coding", Body.coding(Body.SNOMED, "38341003"), Body.coding(Body.ICD10, "I10"))
                        .text("text", "Hypertension")
                        .json();
            case "hypothyroidism" -> note("Hypothyroidism");
            case "sleep-apnoea" -> note("Obstructive sleep apnoea");
            default -> throw new IllegalArgumentException("no words for " + problem);
        };
    }

    /** Also the statement that none is known, which has neither a kind nor a reaction. */
    private void allergy(Allergy allergy) {
        Body record = Body.resource("AllergyIntolerance", scenario.patientId() + "-allergy")
                .put("clinicalStatus", concept(Body.HL7 + "allergyintolerance-clinical", "active"))
                .put("verificationStatus", concept(Body.HL7 + "allergyintolerance-verification", "confirmed"));
        @Nullable String criticality = allergy.criticality();
        if (criticality != null) {
            record.text("type", "allergy")
                    .list("category", Json.of("medication"))
                    .text("criticality", criticality);
        }
        record.put("code", note(allergy.substance()))
                .reference("patient", patient)
                .text("recordedDate", referred())
                .reference("recorder", Clinic.REFERRER);
        @Nullable String manifestation = allergy.manifestation();
        if (manifestation != null) {
            record.list(
                    "reaction",
                    new Body().list("manifestation", note(manifestation)).json());
        }
        entries.put(record);
    }

    private String referred() {
        return start.plusDays(ReferralRecord.REFERRED).toString();
    }
}
