package org.dripline.demo;

import static org.dripline.demo.Body.extension;
import static org.dripline.demo.Body.number;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dripline.document.JsonObject;

/** Everything on file of one patient: who, what led here, what else is known, the courses, sessions and scales. */
final class PatientRecord {
    private static final String RECORD_NUMBERS = "https://fhir.dripline.example/mrn";

    private final Scenario scenario;
    private final LocalDate today;
    private final LocalDate start;
    private final Transaction entries = new Transaction();

    PatientRecord(Scenario scenario, LocalDate today) {
        this(scenario, scenario.start().day(today), today);
    }

    /** The same patient with the first session on another day. */
    PatientRecord(Scenario scenario, LocalDate start, LocalDate today) {
        this.scenario = scenario;
        this.start = start;
        this.today = today;
    }

    JsonObject bundle() {
        String patient = patient();
        String diagnosis = diagnosis(patient);
        ReferralRecord referral = new ReferralRecord(scenario, start, this::happened, patient, diagnosis, entries);
        List<String> support = referral.write();
        new HealthRecord(scenario, start, patient, diagnosis, entries).write();
        List<CourseRecord> courses = CourseRecord.of(scenario, start, entries);
        for (CourseRecord course : courses) {
            if (happened(course.firstDay())) {
                course.write(patient, diagnosis, support, this::happened);
            }
        }
        ScaleRecord scales = new ScaleRecord(scenario, start, patient, courses, entries);
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
                                .text("value", scenario.person().recordNumber())
                                .json())
                .list(
                        "name",
                        new Body().text("family", scenario.person().family()).json())
                .text("gender", scenario.person().gender())
                .text("birthDate", scenario.person().birthDate())
                .references("generalPractitioner", Clinic.REFERRER)
                .reference("managingOrganization", Clinic.ORGANIZATION));
    }

    private String diagnosis(String patient) {
        int trials = Math.toIntExact(scenario.background().adequateTrials());
        Body depression = Body.resource("Condition", scenario.patientId() + "-depression", "depression-condition")
                .list("extension", extension("failed-adequate-trials", "valueUnsignedInt", number(trials)));
        return entries.put(HealthRecord.listed(depression)
                .put(
                        "code",
                        new Body()
                                .list(
                                        "coding",
                                        Body.coding(
                                                Body.SNOMED,
                                                scenario.background().snomed()),
                                        Body.coding(
                                                Body.ICD10,
                                                scenario.background().icd10()))
                                .json())
                .reference("subject", patient)
                .text("onsetDateTime", Integer.toString(start.getYear() - 2)));
    }
}
