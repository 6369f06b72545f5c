package org.dripline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonWriter;
import org.dripline.document.References;
import org.dripline.engine.TestStore;
import org.dripline.profile.BodyFormat;
import org.dripline.profile.ProfileMode;
import org.dripline.profile.ProfileValidator;
import org.dripline.treatment.ClinicViews;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoDataTest {
    /** A Wednesday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private static final TestStore STORE = new TestStore();

    @BeforeAll
    static void load() {
        DemoData.load(TODAY, DemoDataTest::write);
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void tellsTheFirstSixCourses() {
        assertThat(rows("""
                select patient_id, infusions_done, planned_infusions, status, phase
                from clinic.course
                where patient_id in ('demo-esketamine', 'demo-golden', 'demo-non-responder', 'demo-relapse',
                                     'demo-responder', 'demo-stopped')
                order by patient_id"""))
                .containsExactly(
                        "demo-esketamine 8 8 completed induction",
                        "demo-golden 6 6 completed induction",
                        "demo-non-responder 6 6 completed induction",
                        "demo-relapse 6 6 completed induction",
                        "demo-responder 7 9 active induction",
                        "demo-stopped 5 6 completed induction");
    }

    /** R4, valueset-medicationrequest-status: an order is active only while something is to be given by it. */
    @Test
    void endsTheOrdersOfWhatIsOver() {
        assertThat(rows("""
                select distinct c.status, m.status
                from fhir.medication_requests m
                join fhir.links l on l.resource_key = m.resource_key and l.target_type = 'CarePlan'
                join clinic.course c on c.id = l.target_id
                order by c.status, m.status"""))
                .contains("active active", "completed completed", "revoked stopped")
                .doesNotContain("completed active", "revoked active", "revoked completed");
        assertThat(rows("""
                select id, status from fhir.medication_requests where patient_id = 'demo-raised' order by id""")).containsExactly("demo-raised-order-1 stopped", "demo-raised-order-4 completed");
    }

    /** The worked example of the clinical documentation. */
    @Test
    void tellsTheGoldenCourse() {
        assertThat(rows("""
                select infusion_number, cast(started_at as date), dose_mg, dose_mg_per_kg, computed_dose_mg_per_kg,
                       minutes, phq9_before, phq9_after
                from clinic.infusion where patient_id = 'demo-golden' order by infusion_number"""))
                .containsExactly(
                        "1 2026-01-05 40.0000 0.5000 0.5000 40.00 21.0000 14.0000",
                        "2 2026-01-07 40.0000 0.5000 0.5000 40.00 21.0000 14.0000",
                        "3 2026-01-09 40.0000 0.5000 0.5000 40.00 21.0000 14.0000",
                        "4 2026-01-12 40.0000 0.5000 0.5000 40.00 14.0000 9.0000",
                        "5 2026-01-14 40.0000 0.5000 0.5000 40.00 14.0000 9.0000",
                        "6 2026-01-16 40.0000 0.5000 0.5000 40.00 14.0000 9.0000");
        assertThat(rows("""
                select instrument, total, cast(scored_at as date) from clinic.score
                where patient_id = 'demo-golden' and instrument in ('phq9', 'madrs') order by instrument, scored_at"""))
                .containsExactly(
                        "madrs 33.0000 2026-01-05",
                        "madrs 19.0000 2026-01-06",
                        "madrs 12.0000 2026-01-23",
                        "phq9 21.0000 2026-01-05",
                        "phq9 14.0000 2026-01-12",
                        "phq9 9.0000 2026-01-23",
                        "phq9 4.0000 2026-02-20");
        assertThat(rows("""
                select i.infusion_number, e.severity, e.serious, e.outcome, e.event_code
                from clinic.adverse_event e join clinic.infusion i on i.id = e.infusion_id
                where e.patient_id = 'demo-golden' order by i.infusion_number"""))
                .containsExactly(
                        "1 mild FALSE resolved 422587007",
                        "2 moderate FALSE resolved dissociation",
                        "3 mild FALSE resolved 422587007");
    }

    @Test
    void givesTheFirstGoldenInfusionItsReadings() {
        assertThat(rows("""
                select phase, cast(measured_at as time), systolic_mmhg, diastolic_mmhg
                from clinic.vital_sign
                where infusion_id = 'Procedure/demo-golden-infusion-1' and patient_id = 'demo-golden' and kind = 'bp'
                order by measured_at"""))
                .containsExactly(
                        "pre 13:50:00 128.0000 78.0000",
                        "during 14:15:00 152.0000 90.0000",
                        "during 14:30:00 161.0000 94.0000",
                        "post 15:10:00 134.0000 82.0000");
        assertThat(rows("""
                select highest_systolic_mmhg, highest_diastolic_mmhg, highest_heart_rate_per_min, lowest_spo2_percent
                from clinic.infusion where patient_id = 'demo-golden' and infusion_number = 1""")).containsExactly("161.0000 94.0000 88.0000 96.0000");
    }

    /** +33/+16 of the first infusion stays the greatest rise of the course. */
    @Test
    void risesNoFurtherInLaterGoldenInfusions() {
        assertThat(rows("""
                select max(later.systolic_mmhg - before.systolic_mmhg), max(later.diastolic_mmhg - before.diastolic_mmhg)
                from clinic.vital_sign before
                join clinic.vital_sign later on later.infusion_id = before.infusion_id
                where before.patient_id = 'demo-golden' and later.patient_id = 'demo-golden'
                  and before.kind = 'bp' and later.kind = 'bp' and before.phase = 'pre' and later.phase <> 'pre'""")).containsExactly("33.0000 16.0000");
    }

    @Test
    void tellsTheStoppedInfusion() {
        assertThat(rows("""
                select status, minutes, dose_mg, dose_mg_per_kg, highest_systolic_mmhg, status_reason
                from clinic.infusion where patient_id = 'demo-stopped' and infusion_number = 2""")).containsExactly("stopped 12.00 10.5000 0.1500 186.0000 Blood pressure above 180/110");
    }

    @Test
    void tellsTheNasalSessions() {
        assertThat(rows("""
                select infusion_number, id, agent, dose_mg, dosing_weight_kg
                from clinic.infusion where patient_id = 'demo-esketamine' and infusion_number in (1, 8)
                order by infusion_number"""))
                .containsExactly(
                        "1 Encounter/demo-esketamine-visit-1 esketamine 56.0000 -",
                        "8 Encounter/demo-esketamine-visit-8 esketamine 84.0000 -");
    }

    @Test
    void answersAddUpToTheTotals() {
        assertThat(rows("""
                select a.response_id from clinic.answer a
                group by a.response_id
                having sum(case when a.loinc_code not in ('44261-6', '70274-6') then a.answer_value end)
                    <> max(case when a.loinc_code in ('44261-6', '70274-6') then a.answer_value end)""")).isEmpty();
        assertThat(
                        rows(
                                "select distinct patient_id from clinic.answer where loinc_code = '44260-8' and answer_value > 0"))
                .containsExactlyInAnyOrder(
                        "demo-nasal-non-responder",
                        "demo-non-responder",
                        "demo-referred",
                        "demo-second-weaker",
                        "demo-thoughts");
    }

    @Test
    void printsNumbersAsPeopleWriteThem() {
        List<String> numbers = ClinicViews.numbers(STORE.sql());
        assertThat(numbers).allMatch(number -> number.matches("[a-z0-9_.]+ -?[0-9]+([.][0-9]+)?"));
        assertThat(numbers.stream().map(number -> number.substring(0, number.indexOf('.'))))
                .contains("adverse_event", "answer", "course", "dose", "infusion", "score", "vital_sign");
    }

    @Test
    void tellsOfThirtyPatientsUnderNamesOfTrees() {
        assertThat(DemoData.patientIds()).hasSizeGreaterThanOrEqualTo(30).doesNotHaveDuplicates();
        assertThat(rows("select count(*) from fhir.patients"))
                .containsExactly(Integer.toString(DemoData.patientIds().size()));
    }

    /** What each course needs is there before it begins. */
    @Test
    void givesEachCourseItsReferralConsentAndOrder() {
        assertThat(rows("""
                select c.id from clinic.course c
                where not exists (select 1 from clinic.referral r where r.patient_id = c.patient_id)
                   or not exists (select 1 from clinic.consent k
                                  where k.patient_id = c.patient_id and k.decision = 'permit')
                   or not exists (select 1 from clinic.earlier_treatment t where t.patient_id = c.patient_id)
                   or exists (select 1 from clinic.dose d where d.patient_id = c.patient_id and d.order_id is null)""")).isEmpty();
    }

    /** What was entered in pounds is kept, and no view counts it. */
    @Test
    void keepsTheEntryInPoundsAsAnError() {
        assertThat(rows("""
                select id, status from fhir.observations where id like 'demo-pounds-weight-1%' order by id"""))
                .containsExactly("demo-pounds-weight-1 final", "demo-pounds-weight-1-pounds entered-in-error");
        assertThat(rows("""
                select infusion_number, dose_mg, dosing_weight_kg, dose_mg_per_kg from clinic.infusion
                where patient_id = 'demo-pounds' and infusion_number = 1""")).containsExactly("1 40.0000 80.0000 0.5000");
    }

    @Test
    void isTheSameForTheSameDayAndGrowsWithTime() {
        assertThat(DemoData.bundles(TODAY).toList())
                .isEqualTo(DemoData.bundles(TODAY).toList());
        assertThat(ids(TODAY.plusDays(2))).contains("Procedure/demo-responder-infusion-8");
        assertThat(ids(TODAY)).doesNotContain("Procedure/demo-responder-infusion-8");
    }

    @Test
    void loadsAgainUnderTheSameIds() {
        List<String> before = rows("select count(*) from fhir.resources");
        DemoData.load(TODAY, DemoDataTest::write);
        assertThat(rows("select count(*) from fhir.resources")).isEqualTo(before);
    }

    @Test
    void idsStayWhenTheCoursesMove() {
        assertThat(ids(TODAY.plusWeeks(5))).isEqualTo(ids(TODAY));
    }

    @Test
    void staysSmall() {
        assertThat(DemoData.bundles(TODAY))
                .allSatisfy(bundle -> assertThat(bundle.items("entry")).hasSizeLessThanOrEqualTo(1_000));
        assertThat(resources(TODAY)).hasSizeBetween(500, 5_000);
        assertThat(ids(TODAY)).doesNotHaveDuplicates();
    }

    @Test
    void refersOnlyToWhatIsThereAlready() {
        Set<String> known = new HashSet<>();
        DemoData.bundles(TODAY).forEach(bundle -> {
            List<JsonObject> resources = DemoWrites.resources(bundle).toList();
            resources.forEach(resource -> known.add(id(resource)));
            resources.forEach(resource -> assertThat(References.targets(resource))
                    .extracting(References.Target::reference)
                    .allMatch(known::contains));
        });
    }

    @Test
    void isValidByBaseAndProfiles() {
        try (ProfileValidator validator = ProfileValidator.load(ProfileMode.ROUTED, 1)) {
            Set<String> refused = new HashSet<>();
            for (JsonObject resource : resources(TODAY).toList()) {
                validator.check(JsonWriter.bytes(resource), BodyFormat.JSON, resource).issues().stream()
                        .filter(issue -> issue.severity().refuses())
                        .forEach(issue -> refused.add(id(resource) + " " + issue.rule() + " " + issue.expression()));
            }
            assertThat(refused).isEmpty();
        }
    }

    private static void write(JsonObject bundle) {
        STORE.store.write(TestStore.CLINIC, DemoWrites.of(bundle));
    }

    private static Stream<JsonObject> resources(LocalDate today) {
        return DemoData.bundles(today).flatMap(DemoWrites::resources);
    }

    private static List<String> ids(LocalDate today) {
        return resources(today).map(DemoDataTest::id).toList();
    }

    private static String id(JsonObject resource) {
        return resource.resourceType() + "/" + resource.text("id").orElseThrow();
    }

    private static List<String> rows(String query) {
        return ClinicViews.rows(STORE.sql(), query);
    }
}
