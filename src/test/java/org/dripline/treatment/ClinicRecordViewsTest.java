package org.dripline.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.treatment.Records.course;
import static org.dripline.treatment.Records.device;
import static org.dripline.treatment.Records.inCourse;
import static org.dripline.treatment.Records.performed;

import java.util.List;
import org.dripline.engine.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The views of what surrounds the infusions: why somebody came, was asked, was warned of, and the visits. */
class ClinicRecordViewsTest {
    private static final String JANUARY = "\"start\":\"2026-01-01\",\"end\":\"2026-01-31\"";
    private static final String TREATMENT = "https://fhir.dripline.example/StructureDefinition/";
    private static final String LOCAL = "https://fhir.dripline.example/CodeSystem/ketamine-treatment";

    private final TestStore test = new TestStore();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void showsReferralsWithWhoAskedAndWhy() {
        put(referral("r", "active", "\"code\":\"183524004\",\"system\":\"http://snomed.info/sct\""));
        put(referral("physio", "active", "\"code\":\"91251008\",\"system\":\"http://snomed.info/sct\""));
        put(referral("void", "entered-in-error", "\"code\":\"183524004\",\"system\":\"http://snomed.info/sct\""));
        put(referral("taken-back", "revoked", "\"code\":\"183524004\",\"system\":\"http://snomed.info/sct\""));
        assertThat(rows("""
                select id, patient_id, requester, placer_number, authored_at, priority, reason_text, diagnosis_id, status
                from clinic.referral""")).containsExactly("r p Practitioner/dr P-7 - urgent despair d active");
        assertThat(rows("select authored_from, authored_before from clinic.referral"))
                .containsExactly("2026-01-02 00:00:00+00 2026-01-03 00:00:00+00");
        put(course("c", JANUARY).replace("\"addresses\"", """
                "supportingInfo":[{"reference":"ServiceRequest/physio"}],"addresses\""""));
        assertThat(rows("select id from clinic.referral order by id")).containsExactly("physio", "r");
    }

    private static String referral(String id, String status, String coding) {
        return """
                {"resourceType":"ServiceRequest","id":"%s","status":"%s","intent":"order","priority":"urgent",
                 "identifier":[{"value":"other"},
                   {"value":"P-7","type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203",
                     "code":"PLAC"}]}}],
                 "code":{"coding":[{%s}]},"subject":{"reference":"Patient/p"},"authoredOn":"2026-01-02",
                 "requester":{"reference":"Practitioner/dr"},"reasonCode":[{"text":"despair"}],
                 "reasonReference":[{"reference":"Condition/d"}]}
                """.formatted(id, status, coding);
    }

    @Test
    void showsDepressionsByEitherCodeUnlessInError() {
        put(condition("d", "http://snomed.info/sct", "66344007", "confirmed"));
        put(condition("icd", "http://hl7.org/fhir/sid/icd-10-cm", "F33.2", "provisional"));
        put(condition("asthma", "http://snomed.info/sct", "195967001", "confirmed"));
        put(condition("void", "http://snomed.info/sct", "66344007", "entered-in-error"));
        assertThat(rows("""
                select id, sct_code, icd10cm_code, severity_code, clinical_status, verification_status,
                       failed_adequate_trials
                from clinic.diagnosis order by id"""))
                .containsExactly(
                        "d 66344007 - 24484000 active confirmed 3", "icd - F33.2 24484000 active provisional 3");
        assertThat(rows("select onset_from, onset_before, recorded_from from clinic.diagnosis where id = 'd'"))
                .containsExactly("2019-01-01 00:00:00+00 2020-01-01 00:00:00+00 -");
    }

    @Test
    void showsWhatIsNoDepressionAmongTheProblems() {
        put(condition("d", "http://snomed.info/sct", "66344007", "confirmed"));
        put(condition("asthma", "http://snomed.info/sct", "195967001", "confirmed")
                .replace("\"code\":{", "\"code\":{\"text\":\"asthma\","));
        put(condition("gone", "http://snomed.info/sct", "195967001", "refuted"));
        put(condition("void", "http://snomed.info/sct", "195967001", "entered-in-error"));
        assertThat(rows("select id, patient_id, code_text, clinical_status, onset_from from clinic.problem"))
                .containsExactly("asthma p asthma active 2019-01-01 00:00:00+00");
    }

    private static String condition(String id, String system, String code, String verified) {
        return """
                {"resourceType":"Condition","id":"%s","subject":{"reference":"Patient/p"},"onsetDateTime":"2019",
                 "code":{"coding":[{"system":"%s","code":"%s"}]},
                 "clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical",
                   "code":"active"}]},
                 "verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status",
                   "code":"%s"}]},
                 "severity":{"coding":[{"system":"http://snomed.info/sct","code":"24484000"}]},
                 "extension":[{"url":"%sfailed-adequate-trials","valueUnsignedInt":3}]}
                """.formatted(id, system, code, verified, TREATMENT);
    }

    @Test
    void showsTrialsOfDrugsWithTheirDoseADay() {
        put(trial("t", "completed", "0.02 g", "1 d"), trial("weekly", "completed", "20 mg", "1 wk"));
        put(trial("void", "entered-in-error", "20 mg", "1 d"), trial("never", "not-taken", "20 mg", "1 d"));
        put(trial("current", "active", "20 mg", "1 d").replaceAll(",\"extension\":.*]", ""));
        assertThat(rows("""
                select id, kind, agent_rxcui, agent_text, diagnosis_id, max_daily_dose_mg, adequate, outcome, status
                from clinic.earlier_treatment order by id"""))
                .containsExactly(
                        "t drug 4493 fluoxetine d 20.0000 TRUE no-improvement completed",
                        "weekly drug 4493 fluoxetine d - TRUE no-improvement completed");
        assertThat(rows("select started_from, ended_before from clinic.earlier_treatment where id = 't'"))
                .containsExactly("2024-03-01 00:00:00+00 2024-07-01 00:00:00+00");
    }

    private static String trial(String id, String status, String dose, String period) {
        return """
                {"resourceType":"MedicationStatement","id":"%s","status":"%s","subject":{"reference":"Patient/p"},
                 "medicationCodeableConcept":{"text":"fluoxetine","coding":[
                   {"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"4493"}]},
                 "effectivePeriod":{"start":"2024-03","end":"2024-06"},"reasonReference":[{"reference":"Condition/d"}],
                 "dosage":[{"maxDosePerPeriod":{"numerator":%s,"denominator":%s}}],"extension":[{"url":"%strial-adequate","valueBoolean":true},{"url":"%strial-outcome","valueCodeableConcept":{"coding":[{"code":"no-improvement"}]}}]}
                """.formatted(id, status, Records.quantity(dose), Records.quantity(period), TREATMENT, TREATMENT);
    }

    @Test
    void showsConsentsToTreatment() {
        put(consent("c", "active", "treatment"), consent("back", "inactive", "treatment"));
        put(consent("privacy", "active", "patient-privacy"), consent("void", "entered-in-error", "treatment"));
        assertThat(rows("""
                select id, form_uri, decision, withdrawn, status, consented_at, applies_from, applies_until
                from clinic.consent order by id"""))
                .containsExactly(
                        "back https://clinic.example/form/2 permit TRUE inactive 2026-01-02 10:00:00+00 - "
                                + "2026-06-01 12:00:00+00",
                        "c https://clinic.example/form/2 permit FALSE active 2026-01-02 10:00:00+00 - "
                                + "2026-06-01 12:00:00+00");
    }

    private static String consent(String id, String status, String scope) {
        return """
                {"resourceType":"Consent","id":"%s","status":"%s","patient":{"reference":"Patient/p"},
                 "scope":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/consentscope","code":"%s"}]},
                 "category":[{"text":"c"}],"dateTime":"2026-01-02T10:00:00Z",
                 "policy":[{"uri":"https://clinic.example/form/2"},{"uri":"https://clinic.example/law"}],
                 "provision":{"type":"permit","period":{"start":"2026-01-02","end":"2026-06-01T12:00:00Z"}}}
                """.formatted(id, status, scope);
    }

    @Test
    void showsFlagsOpenAndClosed() {
        String flag = """
                {"resourceType":"Flag","id":"f","status":"active","subject":{"reference":"Patient/p"},
                 "code":{"coding":[{"system":"%s","code":"suicidality"}],"text":"to be reviewed"},
                 "period":{"start":"2026-01-05T14:00:00Z"},"author":{"reference":"Practitioner/dr"},
                 "encounter":{"reference":"Encounter/v"}}""".formatted(LOCAL);
        put(flag, flag.replace("\"f\"", "\"void\"").replace("active", "entered-in-error"));
        put(flag.replace("\"f\"", "\"closed\"")
                .replace("active", "inactive")
                .replace("00Z\"}", "00Z\",\"end\":\"2026-01-06\"}"));
        assertThat(rows("""
                select id, code, code_text, raised_at, ended_at, ended_before, author, visit_id, status
                from clinic.flag order by id"""))
                .containsExactly(
                        "closed suicidality to be reviewed 2026-01-05 14:00:00+00 - 2026-01-07 00:00:00+00"
                                + " Practitioner/dr v inactive",
                        "f suicidality to be reviewed 2026-01-05 14:00:00+00 - - Practitioner/dr v active");
    }

    @Test
    void showsVisitsWithTheirCourseAndPlace() {
        put("{\"resourceType\":\"Location\",\"id\":\"site\",\"name\":\"Infusion room\"}");
        put(course("c", JANUARY), visit("v", "finished"), visit("other", "planned"), visit("void", "cancelled"));
        String infused = performed("2026-01-05T14:00:00Z", "2026-01-05T14:40:00Z");
        put(inCourse("i", "completed", infused)
                .replace("\"code\":", "\"encounter\":{\"reference\":\"Encounter/v\"},\"code\":"));
        assertThat(rows("""
                select id, patient_id, course_id, arrived_at, left_at, site_id, site_name, discharge_disposition, status
                from clinic.visit order by id"""))
                .containsExactly(
                        "other p - 2026-01-05 13:00:00+00 - site Infusion room home planned",
                        "v p c 2026-01-05 13:00:00+00 - site Infusion room home finished");
    }

    private static String visit(String id, String status) {
        return """
                {"resourceType":"Encounter","id":"%s","status":"%s","subject":{"reference":"Patient/p"},
                 "class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"AMB"},
                 "period":{"start":"2026-01-05T13:00:00Z","end":"2026-01-05"},
                 "location":[{"location":{"reference":"Location/site"}}],
                 "hospitalization":{"dischargeDisposition":{"coding":[{"code":"home"}]}}}""".formatted(id, status);
    }

    @Test
    void showsRatingsOfInfusionsAndOfNasalSessions() {
        put(course("c", JANUARY));
        put(inCourse("i", "completed", performed("2026-01-05T14:00:00Z", "2026-01-05T14:40:00Z")));
        put(device("d1", "v", "completed", "2026-01-08T14:00:00Z", "2026-01-08T14:01:00Z"));
        put(
                rating("deep", "rass", "-4", "Procedure/i"),
                rating("far", "cadss-total", "31", "MedicationAdministration/d1"));
        put(rating("void", "moaas", "5", "Procedure/i").replace("final", "cancelled"));
        put(rating("total", "madrs-total", "20", "Procedure/i"));
        assertThat(rows("""
                select id, kind, points, rated_at, phase, infusion_id, administration_id, visit_id, rated_by, status
                from clinic.rating order by id"""))
                .containsExactly(
                        "deep rass -4.0000 2026-01-05 14:20:00+00 during Procedure/i - v Practitioner/nurse final",
                        "far cadss_total 31.0000 2026-01-05 14:20:00+00 during Encounter/v d1 v Practitioner/nurse final");
    }

    private static String rating(String id, String code, String points, String partOf) {
        return """
                {"resourceType":"Observation","id":"%s","status":"final","subject":{"reference":"Patient/p"},
                 "code":{"coding":[{"system":"%s","code":"%s"}]},"effectiveDateTime":"2026-01-05T14:20:00Z",
                 "encounter":{"reference":"Encounter/v"},"partOf":[{"reference":"%s"}],
                 "performer":[{"reference":"Practitioner/nurse"}],
                 "valueQuantity":%s,"extension":[{"url":"%smonitoring-phase-ext",
                   "valueCodeableConcept":{"coding":[{"code":"during"}]}}]}
                """.formatted(id, LOCAL, code, partOf, Records.quantity(points + " {score}"), TREATMENT);
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
