package org.dripline.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.treatment.Records.course;
import static org.dripline.treatment.Records.device;
import static org.dripline.treatment.Records.dose;
import static org.dripline.treatment.Records.inCourse;
import static org.dripline.treatment.Records.infusion;
import static org.dripline.treatment.Records.numbered;
import static org.dripline.treatment.Records.performed;
import static org.dripline.treatment.Records.pressure;
import static org.dripline.treatment.Records.reading;
import static org.dripline.treatment.Records.score;

import java.util.List;
import org.dripline.engine.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClinicViewsTest {
    private static final String JANUARY = "\"start\":\"2026-01-01\",\"end\":\"2026-01-31\"";
    private static final String FIRST = performed("2026-01-05T14:00:00Z", "2026-01-05T14:40:00Z");
    private static final String SECOND = performed("2026-01-07T14:00:00Z", "2026-01-07T14:41:30Z");

    private final TestStore test = new TestStore();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void convertsUnitsByExactFactorsOrShowsNothing() {
        put(course("c", JANUARY), inCourse("i", "completed", FIRST));
        put(dose("grams", "i", "0.04 g", "176.4 [lb_av]"));
        assertThat(rows("select dose_mg, dosing_weight_kg, computed_dose_mg_per_kg from clinic.dose"))
                .containsExactly("40.0000 80.0137 0.4999");
        put(dose("grams", "i", "40000 ug", "80000 g"));
        assertThat(rows("select dose_mg, dosing_weight_kg, computed_dose_mg_per_kg from clinic.dose"))
                .containsExactly("40.0000 80.0000 0.5000");
        put(dose("grams", "i", "4 mL", "80 kg"));
        assertThat(rows("select dose_mg, volume_ml, computed_dose_mg_per_kg from clinic.dose"))
                .containsExactly("- 4.0000 -");
        put(dose("grams", "i", "40 [drp]", "12 [stone_av]"));
        assertThat(rows("select dose_mg, volume_ml, dosing_weight_kg from clinic.dose"))
                .containsExactly("- - -");
    }

    @Test
    void sumsTheDosesOfAnInfusionUnlessOneIsUnknown() {
        put(course("c", JANUARY), inCourse("i", "completed", FIRST));
        put(dose("a", "i", "10 mg", "80 kg"), dose("b", "i", "30 mg", "80 kg"));
        String sums = "select agent, dose_mg, dosing_weight_kg, computed_dose_mg_per_kg from clinic.infusion";
        assertThat(rows(sums)).containsExactly("ketamine 40.0000 80.0000 0.5000");
        put(dose("b", "i", "3 mL", "81 kg"));
        assertThat(rows(sums)).containsExactly("ketamine - - -");
    }

    @Test
    void countsADoseOnceThatNamesItsInfusionTwice() {
        String once = "\"partOf\":[{\"reference\":\"Procedure/i\"}";
        put(course("c", JANUARY), inCourse("i", "completed", FIRST));
        put(dose("a", "i", "40 mg", "80 kg")
                .replace(once, once + ",{\"reference\":\"Procedure/i/_history/1\"},{\"reference\":\"Procedure/i\"}"));
        assertThat(rows("select dose_mg, computed_dose_mg_per_kg from clinic.infusion"))
                .containsExactly("40.0000 0.5000");
    }

    @Test
    void keepsOtherDrugsOfAnInfusionOutOfItsDose() {
        put(course("c", JANUARY), inCourse("i", "completed", FIRST), dose("a", "i", "40 mg", "80 kg"));
        put(dose("antiemetic", "i", "4 mg", "80 kg").replace("\"6130\"", "\"26225\""));
        put(dose("local", "i", "10 mg", "80 kg")
                .replace("\"coding\":[\n", "\"text\":\"KETAMINE HCL inj\",\"coding\":[\n")
                .replace("\"6130\"", "\"LOCAL-7\""));
        assertThat(rows("select id, agent from clinic.dose order by id"))
                .containsExactly("a ketamine", "local ketamine");
        assertThat(rows("select dose_mg from clinic.infusion")).containsExactly("50.0000");
    }

    @Test
    void hidesWhatWasInErrorNotDoneOrCancelled() {
        put(course("c", JANUARY), course("void", JANUARY).replace("\"active\"", "\"entered-in-error\""));
        put(inCourse("i", "completed", FIRST), dose("a", "i", "40 mg", "80 kg"));
        put(inCourse("wrong", "entered-in-error", FIRST), inCourse("never", "not-done", FIRST));
        put(dose("wrong", "i", "400 mg", "80 kg").replace("completed", "entered-in-error"));
        put(dose("never", "i", "40 mg", "80 kg").replace("completed", "not-done"));
        put(pressure("high", "entered-in-error", "Procedure/i", 255, 150));
        put(pressure("cancelled", "cancelled", "Procedure/i", 255, 150));
        put(pressure("true", "final", "Procedure/i", 152, 90));
        put(score("s", "2026-01-05T13:40:00Z", "44261-6", 21).replace("\"final\"", "\"entered-in-error\""));
        assertThat(rows("select id, dose_mg, highest_systolic_mmhg, phq9_before from clinic.infusion"))
                .containsExactly("Procedure/i 40.0000 152.0000 -");
        assertThat(rows("select id from clinic.course")).containsExactly("c");
        assertThat(rows("select id from clinic.dose")).containsExactly("a");
        assertThat(rows("select id, systolic_mmhg, diastolic_mmhg from clinic.vital_sign"))
                .containsExactly("true 152.0000 90.0000");
        assertThat(rows("select id from clinic.score")).isEmpty();
    }

    @Test
    void numbersUnnumberedInfusionsByTheirStart() {
        put(course("c", JANUARY));
        put(inCourse("third", "stopped", performed("2026-01-09T14:00:00Z", "2026-01-09T14:10:00Z")));
        put(inCourse("first", "completed", FIRST), inCourse("second", "completed", SECOND));
        put(inCourse("void", "entered-in-error", performed("2026-01-02T14:00:00Z", "2026-01-02T14:10:00Z")));
        assertThat(rows("select infusion_number, id, minutes, status from clinic.infusion order by started_at"))
                .containsExactly(
                        "1 Procedure/first 40.00 completed",
                        "2 Procedure/second 41.50 completed",
                        "3 Procedure/third 10.00 stopped");
        assertThat(rows("select infusions_done, planned_infusions, diagnosis_id, status from clinic.course"))
                .containsExactly("2 6 d active");
    }

    @Test
    void takesTheMinutesOfTheDosesWhenTheProcedureTellsNone() {
        String start = "2026-01-05T14:00:00Z";
        String end = "2026-01-05T14:40:00Z";
        String minutes = "select started_at, ended_at, minutes from clinic.infusion";
        put(course("c", JANUARY), inCourse("i", "completed", "\"performedString\":\"afternoon\""));
        put(dose("a", "i", "40 mg", "80 kg"));
        assertThat(rows(minutes)).containsExactly("- - 40.00");
        put(dose("bolus", "i", "5 mg", "80 kg").replace(start, "2026-01-05T13:55:00Z"));
        put(dose("void", "i", "5 mg", "80 kg")
                .replace(start, "2026-01-05T12:00:00Z")
                .replace("completed", "not-done"));
        put(dose("antiemetic", "i", "4 mg", "80 kg")
                .replace(end, "2026-01-05T18:00:00Z")
                .replace("6130", "26225"));
        assertThat(rows(minutes)).containsExactly("- - 45.00");
        put(dose("bolus", "i", "5 mg", "80 kg").replace(",\"end\":\"" + end + "\"", ""));
        assertThat(rows(minutes)).containsExactly("- - -");
        put(inCourse("i", "completed", SECOND));
        assertThat(rows(minutes)).containsExactly("2026-01-07 14:00:00+00 2026-01-07 14:41:30+00 41.50");
    }

    @Test
    void keepsANumberAsRecorded() {
        put(course("c", JANUARY), infusion("i", "completed", FIRST, numbered(4)));
        assertThat(rows("select infusion_number, course_id from clinic.infusion"))
                .containsExactly("4 c");
    }

    @Test
    void doesNotTakeEveryInfusionForKetamine() {
        put(course("c", JANUARY), infusion("iron", "completed", FIRST, ""));
        assertThat(rows("select id from clinic.infusion")).isEmpty();
        put(dose("a", "iron", "40 mg", "80 kg"));
        assertThat(rows("select id, course_id, infusion_number from clinic.infusion"))
                .containsExactly("Procedure/iron c 1");
    }

    @Test
    void leavesAnInfusionOutsideEveryCourseWithoutNumber() {
        put(course("c", "\"start\":\"2025-01-01\",\"end\":\"2025-12-31\""));
        put(infusion("i", "completed", FIRST, ""), dose("a", "i", "40 mg", "80 kg"));
        assertThat(rows("select id, course_id, infusion_number from clinic.infusion"))
                .containsExactly("Procedure/i - -");
    }

    @Test
    void takesTheEsketamineOfOneVisitForOneSession() {
        put(course("c", "\"start\":\"2026-01-01\""));
        put(device("d1", "v", "completed", "2026-01-05T14:00:00Z", "2026-01-05T14:01:00Z"));
        put(device("d2", "v", "completed", "2026-01-05T14:06:00Z", "2026-01-05T14:07:00Z"));
        put(device("e1", "w", "stopped", "2026-01-08T14:00:00Z", "2026-01-08T14:01:00Z"));
        put(pressure("bp", "final", "MedicationAdministration/d2", 149, 91));
        assertThat(rows("""
                select id, infusion_number, course_id, visit_id, procedure_id, agent, dose_mg, minutes, status,
                       highest_systolic_mmhg
                from clinic.infusion order by started_at"""))
                .containsExactly(
                        "Encounter/v 1 c v - esketamine 56.0000 7.00 completed 149.0000",
                        "Encounter/w 2 c w - esketamine 28.0000 1.00 stopped -");
        assertThat(rows("select infusion_id, administration_id from clinic.vital_sign"))
                .containsExactly("Encounter/v d2");
        assertThat(rows("select id, infusion_id, device_count, dosing_weight_kg from clinic.dose order by id"))
                .containsExactly("d1 Encounter/v 1 -", "d2 Encounter/v 1 -", "e1 Encounter/w 1 -");
        assertThat(rows("select infusions_done from clinic.course")).containsExactly("1");
    }

    @Test
    void showsEachReadingOnceInTheUnitOfItsKind() {
        put(course("c", JANUARY), inCourse("i", "completed", FIRST));
        put(reading("saturation", "93 %", "2708-6", "59408-5"), reading("saturation-2", "97 %", "59408-5"));
        put(reading("heart", "88 /min", "8867-4"), reading("weight", "200 [lb_av]", "29463-7"));
        put(reading("fever", "100.4 [degF]", "8310-5"), reading("height", "70 [in_i]", "8302-2"));
        put(reading("mislabelled", "93 /min", "59408-5"), reading("glucose", "5 mmol/L", "15074-8"));
        assertThat(rows("select id, kind, value_number, value_unit, infusion_id from clinic.vital_sign order by id"))
                .containsExactly(
                        "fever temp 38.0000 Cel Procedure/i",
                        "heart hr 88.0000 /min Procedure/i",
                        "height height 177.8000 cm Procedure/i",
                        "mislabelled spo2 - % Procedure/i",
                        "saturation spo2 93.0000 % Procedure/i",
                        "saturation-2 spo2 97.0000 % Procedure/i",
                        "weight weight 90.7185 kg Procedure/i");
        assertThat(rows("select lowest_spo2_percent, highest_heart_rate_per_min from clinic.infusion"))
                .containsExactly("93.0000 88.0000");
    }

    @Test
    void readsPartialDatesAsRanges() {
        put(course("c", "\"start\":\"2026-01\""));
        put(inCourse("dated", "completed", "\"performedDateTime\":\"2026-01-05\""));
        put(inCourse("undated", "completed", "\"performedString\":\"winter\""));
        assertThat(
                        rows(
                                "select id, infusion_number, started_at, started_from, minutes from clinic.infusion order by id"))
                .containsExactly("Procedure/dated 1 - 2026-01-05 00:00:00+00 -", "Procedure/undated 2 - - -");
        put(score("s", "2026-01-05", "44261-6", 21));
        assertThat(rows("select total, scored_at, scored_from, scored_before from clinic.score"))
                .containsExactly("21.0000 - 2026-01-05 00:00:00+00 2026-01-06 00:00:00+00");
        assertThat(rows("select started_from, ended_before from clinic.course"))
                .containsExactly("2026-01-01 00:00:00+00 -");
    }

    @Test
    void putsTheNearestScoresBesideAnInfusion() {
        put(course("c", JANUARY), inCourse("i", "completed", FIRST));
        put(score("old", "2025-12-20T09:00:00Z", "44261-6", 24));
        put(score("baseline", "2026-01-05T13:40:00Z", "44261-6", 21));
        put(score("week", "2026-01-12T09:00:00Z", "44261-6", 14));
        put(score("month", "2026-02-05T09:00:00Z", "44261-6", 6));
        put(score("day", "2026-01-06T14:00:00Z", "madrs-total", 19));
        assertThat(rows("select phq9_before, phq9_after, madrs_before, madrs_after from clinic.infusion"))
                .containsExactly("21.0000 14.0000 - 19.0000");
    }

    @Test
    void readsAnswersAsPoints() {
        put("""
                {"resourceType":"QuestionnaireResponse","id":"q","status":"completed",
                 "questionnaire":"https://fhir.dripline.example/Questionnaire/phq-9|1.0.0",
                 "subject":{"reference":"Patient/p"},"authored":"2026-01-05",
                 "item":[
                   {"linkId":"/44250-9","answer":[{"valueCoding":{"system":"http://loinc.org","code":"LA6571-9"}}]},
                   {"linkId":"44255-8","answer":[{"valueCoding":{"system":"http://loinc.org","code":"LA6568-5"}}]},
                   {"linkId":"/69722-7","answer":[{"valueCoding":{"system":"http://loinc.org","code":"LA6572-7"}}]},
                   {"linkId":"/44261-6","answer":[{"valueDecimal":3}]},
                   {"linkId":"comment","answer":[{"valueString":"none"}]}]}""");
        assertThat(rows("""
                select seq, instrument, loinc_code, answer_code, answer_value, answer_text
                from clinic.answer order by seq"""))
                .containsExactly(
                        "0 phq9 44250-9 LA6571-9 3.0000 -",
                        "1 phq9 44255-8 LA6568-5 0.0000 -",
                        "2 phq9 69722-7 LA6572-7 - -",
                        "3 phq9 44261-6 - 3.0000 -",
                        "4 phq9 - - - none");
    }

    @Test
    void showsAdverseEventsThatHappened() {
        put(course("c", JANUARY), inCourse("i", "completed", FIRST), dose("a", "i", "40 mg", "80 kg"));
        String nausea = """
                {"resourceType":"AdverseEvent","id":"%s","actuality":"%s","subject":{"reference":"Patient/p"},
                 "event":{"text":"felt sick","coding":[{"system":"http://snomed.info/sct","code":"422587007"}]},
                 "date":"2026-01-05T14:20:00Z","suspectEntity":[{"instance":{"reference":"%s"}}],
                 "severity":{"coding":[{"code":"mild"}]},"seriousness":{"coding":[{"code":"%s"}]},
                 "extension":[{"url":"https://fhir.dripline.example/StructureDefinition/resolved-at",
                   "valueDateTime":"2026-01-05T15:00:00Z"}]}""";
        put(nausea.formatted("by-dose", "actual", "MedicationAdministration/a", "SeriousIsLifeThreatening"));
        put(nausea.formatted("by-infusion", "actual", "Procedure/i", "Non-serious"));
        put(nausea.formatted("feared", "potential", "Procedure/i", "Serious"));
        assertThat(rows("""
                select id, event_code, severity, serious, minutes, infusion_id, administration_id
                from clinic.adverse_event order by id"""))
                .containsExactly(
                        "by-dose 422587007 mild TRUE 40.00 Procedure/i a",
                        "by-infusion 422587007 mild FALSE 40.00 Procedure/i -");
    }

    private void put(String... documents) {
        for (String document : documents) {
            test.put(document);
        }
    }

    private List<String> rows(String query) {
        return ClinicViews.rows(test.sql(), query);
    }
}
