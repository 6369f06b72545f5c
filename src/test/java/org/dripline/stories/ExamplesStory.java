package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonWriter;
import org.dripline.engine.TestStore;
import org.dripline.treatment.ClinicViews;
import org.junit.jupiter.api.Test;

/** The published visits, each sent as one transaction (R4, http.html#transaction), and what the clinic then sees. */
class ExamplesStory {
    private static final Path VISITS = Path.of("fhir-profiles/examples/visits");

    private final Caller caller = new Caller();

    /** The documentation's worked example: 6 of 6 sessions of 40 mg, PHQ-9 from 21 to 4, three adverse events. */
    @Test
    void takesTheGoldenCourse() throws IOException {
        String patient = sent("golden-course.json");
        assertThat(rows(patient, """
                select course_number, phase, infusions_done, planned_infusions, status from clinic.course
                where patient_id = '%s'""")).containsExactly("1 induction 6 6 completed");
        assertThat(rows(patient, """
                select sum(dose_mg), min(dose_mg_per_kg), max(highest_systolic_mmhg) from clinic.infusion
                where patient_id = '%s'""")).containsExactly("240.0000 0.5000 161.0000");
        assertThat(rows(patient, """
                select total from clinic.score where patient_id = '%s' and instrument = 'phq9' order by scored_at""")).containsExactly("21.0000", "14.0000", "9.0000", "4.0000");
        assertThat(rows(patient, "select count(*) from clinic.adverse_event where patient_id = '%s'"))
                .containsExactly("3");
    }

    /** The second infusion ended after 12 of 40 minutes, for a blood pressure of 186/112. */
    @Test
    void takesTheStoppedInfusion() throws IOException {
        String patient = sent("stopped-infusion.json");
        assertThat(rows(patient, """
                select infusion_number, status, minutes, dose_mg, dose_mg_per_kg, highest_systolic_mmhg,
                       highest_diastolic_mmhg, status_reason
                from clinic.infusion where patient_id = '%s' and infusion_number = 2"""))
                .containsExactly("2 stopped 12.00 10.5000 0.1500 186.0000 112.0000 Blood pressure above 180/110");
        assertThat(rows(patient, """
                select infusions_done, planned_infusions, status from clinic.course where patient_id = '%s'""")).containsExactly("1 6 active");
        assertThat(rows(patient, """
                select event_code, severity, outcome from clinic.adverse_event where patient_id = '%s'""")).containsExactly("24184005 severe resolved");
    }

    /** Eight nasal sessions, of two devices at first and of three from the third on; each watched for two hours. */
    @Test
    void takesTheEsketamineCourse() throws IOException {
        String patient = sent("esketamine-course.json");
        assertThat(rows(patient, """
                select d.dose_mg, d.device_count, count(*) from clinic.dose d
                where d.patient_id = '%s' group by d.dose_mg, d.device_count order by d.dose_mg""")).containsExactly("56.0000 2 2", "84.0000 3 6");
        assertThat(rows(patient, """
                select agent, count(*), min(infusion_number), max(infusion_number) from clinic.infusion
                where patient_id = '%s' and procedure_id is null group by agent""")).containsExactly("esketamine 8 1 8");
        assertThat(rows(patient, "select infusions_done, status from clinic.course where patient_id = '%s'"))
                .containsExactly("8 completed");
    }

    /** Three adequate trials failed: the depression is treatment-resistant, and nothing was decided yet. */
    @Test
    void takesTheReferralWithItsFailedTrials() throws IOException {
        String patient = sent("referral.json");
        assertThat(rows(patient, """
                select r.priority, r.status, r.placer_number, d.failed_adequate_trials
                from clinic.referral r join clinic.diagnosis d on d.id = r.diagnosis_id
                where r.patient_id = '%s'""")).containsExactly("urgent active R-1070 3");
        assertThat(rows(patient, """
                select agent_text, adequate, outcome from clinic.earlier_treatment
                where patient_id = '%s' order by started_from"""))
                .containsExactly(
                        "sertraline TRUE no-improvement",
                        "venlafaxine TRUE no-improvement",
                        "aripiprazole TRUE partial-improvement");
        assertThat(rows(patient, "select id from clinic.course where patient_id = '%s'"))
                .isEmpty();
    }

    /** Uncontrolled hypertension: assessed and refused, so that neither consent nor course follows. */
    @Test
    void takesTheEligibilityRefusal() throws IOException {
        String patient = sent("eligibility-refusal.json");
        Answer found = caller.get("/Observation?patient=" + patient
                        + "&code=https://fhir.dripline.example/CodeSystem/ketamine-treatment%7Celigibility")
                .accepted(200);
        assertThat(found.text()).contains("\"not-eligible\"", "\"uncontrolled-hypertension\"");
        assertThat(rows(patient, "select status from clinic.referral where patient_id = '%s'"))
                .containsExactly("completed");
        assertThat(rows(patient, "select id from clinic.consent where patient_id = '%s'"))
                .isEmpty();
        assertThat(rows(patient, "select id from clinic.course where patient_id = '%s'"))
                .isEmpty();
    }

    /** Item 9 of the PHQ-9 above zero, and the flag that nobody has looked at yet. */
    @Test
    void takesTheItem9Flag() throws IOException {
        String patient = sent("item-9-flag.json");
        assertThat(rows(patient, """
                select answer_value from clinic.answer where patient_id = '%s' and loinc_code = '44260-8'""")).containsExactly("1.0000");
        assertThat(rows(patient, "select code, status from clinic.flag where patient_id = '%s'"))
                .containsExactly("suicidality active");
    }

    /** The same without saying which answers a total was made from: taken, with a warning for each of the two. */
    @Test
    void warnsOfATotalWithoutItsAnswers() throws IOException {
        JsonObject bundle = TestStore.read(Files.readString(VISITS.resolve("item-9-flag.json")));
        List<Json> entries = bundle.items("entry").stream()
                .map(JsonObject.class::cast)
                .map(entry -> (Json) entry.with(
                        "resource", entry.object("resource").orElseThrow().without("derivedFrom")))
                .toList();
        JsonObject without = bundle.with("entry", new Json.Array(entries));
        assertThat(rules(post(new String(JsonWriter.bytes(without), StandardCharsets.UTF_8))))
                .containsExactly("ki-score-derived", "ki-score-derived");
    }

    private Answer post(String bundle) {
        Answer answer =
                caller.post("", bundle, "Prefer", "return=OperationOutcome").accepted(200);
        assertThat(answer.statuses()).isNotEmpty().containsOnly("201");
        return answer;
    }

    /** Sends the file, which is taken whole and without a warning, and tells the patient's id. */
    private String sent(String file) throws IOException {
        Answer answer = post(Files.readString(VISITS.resolve(file)));
        assertThat(rules(answer)).isEmpty();
        return answer.written().stream()
                .filter(place -> place.startsWith("Patient/"))
                .findFirst()
                .orElseThrow()
                .substring("Patient/".length());
    }

    private static List<String> rules(Answer answer) {
        return IntStream.range(0, answer.responses().size())
                .mapToObj(answer::rules)
                .flatMap(List::stream)
                .filter(rule -> !rule.equals("done"))
                .toList();
    }

    private static List<String> rows(String patient, String query) {
        return ClinicViews.rows(RunningServer.get().sql(), query.formatted(patient));
    }
}
