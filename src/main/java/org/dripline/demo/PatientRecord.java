package org.dripline.demo;

import static org.dripline.demo.Body.concept;
import static org.dripline.demo.Body.extension;
import static org.dripline.demo.Body.number;

import java.time.LocalDate;
import java.util.Map;
import org.dripline.document.JsonObject;

/** Everything on file of one patient: who, what for, the course, its sessions and its scales. */
final class PatientRecord {
    private static final String RECORD_NUMBERS = "https://fhir.dripline.example/mrn";

    private final Scenario scenario;
    private final LocalDate today;
    private final LocalDate start;
    private final Transaction entries = new Transaction();

    PatientRecord(Scenario scenario, LocalDate today) {
        this.scenario = scenario;
        this.today = today;
        this.start = scenario.start().day(today);
    }

    JsonObject bundle() {
        String patient = patient();
        String course = course(patient, diagnosis(patient));
        SessionRecord sessions = new SessionRecord(scenario, patient, course, entries);
        int number = 0;
        for (int day : scenario.sessionDays()) {
            number++;
            if (happened(day)) {
                sessions.write(number, start.plusDays(day));
            }
        }
        ScaleRecord scales = new ScaleRecord(scenario, start, patient, course, entries);
        scenario.scales().forEach((instrument, totals) -> {
            int count = 0;
            for (Map.Entry<Integer, Integer> taken : totals.entrySet()) {
                count++;
                if (happened(taken.getKey())) {
                    scales.write(instrument, count, taken.getKey(), taken.getValue());
                }
            }
        });
        return entries.bundle();
    }

    /** Only whole days that are over: nothing is recorded in the future, wherever the clinic stands. */
    private boolean happened(int day) {
        return start.plusDays(day).isBefore(today);
    }

    private String patient() {
        return entries.put(Body.resource("Patient", scenario.patientId(), "ketamine-patient")
                .list(
                        "identifier",
                        new Body()
                                .text("system", RECORD_NUMBERS)
                                .text("value", scenario.recordNumber())
                                .json())
                .list("name", new Body().text("family", scenario.family()).json())
                .text("gender", scenario.gender())
                .text("birthDate", scenario.birthDate())
                .references("generalPractitioner", Clinic.PHYSICIAN)
                .reference("managingOrganization", Clinic.ORGANIZATION));
    }

    private String diagnosis(String patient) {
        return entries.put(Body.resource("Condition", scenario.patientId() + "-depression", "depression-condition")
                .list("extension", extension("failed-adequate-trials", "valueUnsignedInt", number(3)))
                .put("clinicalStatus", concept(Body.HL7 + "condition-clinical", "active"))
                .put("verificationStatus", concept(Body.HL7 + "condition-ver-status", "confirmed"))
                .list("category", concept(Body.HL7 + "condition-category", "problem-list-item"))
                .put("code", concept(Body.SNOMED, "66344007"))
                .reference("subject", patient)
                .text("onsetDateTime", Integer.toString(start.getYear() - 2)));
    }

    private String course(String patient, String diagnosis) {
        boolean over = happened(scenario.sessionDays().getLast());
        Body period = new Body().text("start", start.toString());
        if (over) {
            period.text("end", start.plusDays(scenario.sessionDays().getLast()).toString());
        }
        return entries.put(Body.resource("CarePlan", scenario.patientId() + "-course", "treatment-course")
                .list(
                        "extension",
                        extension("course-number", "valuePositiveInt", number(1)),
                        extension("planned-infusions", "valuePositiveInt", number(scenario.planned())),
                        extension("course-phase", "valueCodeableConcept", concept(Body.LOCAL, "induction")))
                .text("status", over ? "completed" : "active")
                .text("intent", "plan")
                .list("category", concept(Body.LOCAL, "treatment-course"))
                .reference("subject", patient)
                .put("period", period.json())
                .reference("author", Clinic.PHYSICIAN)
                .references("addresses", diagnosis));
    }
}
