package org.dripline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.dripline.engine.TestStore;
import org.dripline.treatment.ClinicViews;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes the demo a clinic that works: courses at all points, visits at all hours, and what goes wrong at times. */
class DemoClinicTest {
    /** A Wednesday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private static final TestStore STORE = new TestStore();

    @BeforeAll
    static void load() {
        DemoData.load(TODAY, bundle -> STORE.store.write(TestStore.CLINIC, DemoWrites.of(bundle)));
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    /** At any weekday on which the server is first started. */
    @ParameterizedTest
    @ValueSource(ints = {-2, 0, 4})
    void hasCoursesThatRunAtDifferentPoints(int days) {
        LocalDate today = TODAY.plusDays(days);
        try (TestStore store = new TestStore()) {
            DemoData.load(today, bundle -> store.store.write(TestStore.CLINIC, DemoWrites.of(bundle)));
            List<String> progress = ClinicViews.rows(store.sql(), """
                    select infusions_done, planned_infusions, phase from clinic.course where status = 'active'""");

            assertThat(progress).hasSizeBetween(6, 8).contains("1 6 induction");
            assertThat(Set.copyOf(progress)).hasSizeGreaterThanOrEqualTo(5);
            assertThat(progress).filteredOn(row -> row.endsWith("maintenance")).hasSize(1);
            assertThat(ClinicViews.rows(
                            store.sql(),
                            "select c.id from clinic.course c where c.status = 'active'"
                                    + " and not exists (select 1 from clinic.infusion i where i.course_id = c.id"
                                    + " and i.started_at > timestamp '" + today.minusWeeks(10) + " 00:00:00')"))
                    .isEmpty();
        }
    }

    /** From 8:30 to 16:00 by half hours, but for the worked example. */
    @Test
    void beginsVisitsThroughoutTheDay() {
        List<LocalTime> begun = DemoData.bundles(TODAY)
                .flatMap(DemoWrites::resources)
                .filter(resource -> resource.resourceType().equals("Encounter"))
                .filter(resource -> !resource.text("id").orElseThrow().startsWith("demo-golden"))
                .map(visit -> visit.object("period").orElseThrow().text("start").orElseThrow())
                .map(start -> OffsetDateTime.parse(start).toLocalTime())
                .toList();

        assertThat(begun)
                .allMatch(time -> time.getMinute() % 30 == 0)
                .allSatisfy(time -> assertThat(time).isBetween(LocalTime.of(8, 30), LocalTime.of(16, 0)));
        assertThat(begun.stream().map(LocalTime::getHour).distinct()).hasSizeGreaterThanOrEqualTo(5);
    }

    /** Oxygen was given for the lowest, which is an adverse event, too. */
    @Test
    void tellsOfLowSaturationsWhileTheDrugRuns() {
        assertThat(rows("""
                select i.patient_id, i.infusion_number, min(v.value_number) from clinic.vital_sign v
                join clinic.infusion i on i.id = v.infusion_id and i.patient_id = v.patient_id
                where v.kind = 'spo2' and v.value_number < 95 and v.phase = 'during'
                group by i.patient_id, i.infusion_number order by i.patient_id, i.infusion_number"""))
                .containsExactly(
                        "demo-capped 1 94.0000",
                        "demo-capped 2 92.0000",
                        "demo-gentle 2 94.0000",
                        "demo-gentle 4 93.0000");
        assertThat(rows("""
                select patient_id, severity, outcome from clinic.adverse_event where event_code = '389087006'""")).containsExactly("demo-capped mild resolved");
    }

    /** All of it but one headache of a course that runs. */
    @Test
    void saysOfEachAdverseEventHowItEnded() {
        assertThat(rows("""
                select patient_id, outcome from clinic.adverse_event where resolved_at is null""")).containsExactly("demo-nausea ongoing");
    }

    /** What a referrer needs to read next to a running course; one patient, whom the clinic lost, was never asked. */
    @Test
    void knowsWhatPatientsTakeAndDoNotTolerate() {
        assertThat(rows("""
                select c.patient_id from clinic.course c
                where c.status = 'active'
                  and (not exists (select 1 from clinic.medication m
                                   where m.patient_id = c.patient_id and m.status = 'active')
                       or not exists (select 1 from clinic.allergy a where a.patient_id = c.patient_id))""")).isEmpty();
        assertThat(rows("""
                select p.id from clinic.patient p
                where not exists (select 1 from clinic.medication m where m.patient_id = p.id and m.status = 'active')""")).isEmpty();
        assertThat(rows("""
                select p.id from clinic.patient p
                where not exists (select 1 from clinic.allergy a where a.patient_id = p.id)""")).containsExactly("demo-lost");
        assertThat(rows("""
                select agent_text, criticality, patient_id from clinic.allergy
                where criticality is not null order by patient_id""")).containsExactly("Penicillin low demo-golden", "Penicillin high demo-nasal-pressure");
    }

    /** Another problem is no diagnosis of the clinic's; who has one takes something for it, but for two of them. */
    @Test
    void tellsOfProblemsThatAreNoDepression() {
        assertThat(rows("""
                select c.patient_id, m.agent_text from fhir.conditions c
                left join fhir.links l on l.target_type = 'Condition' and l.target_id = c.id
                  and l.element = 'MedicationStatement.reasonReference'
                left join fhir.medication_statements m on m.resource_key = l.resource_key
                where c.id not in (select d.id from clinic.diagnosis d) order by c.patient_id"""))
                .containsExactly(
                        "demo-capped -",
                        "demo-maintenance levothyroxine",
                        "demo-nasal-pressure ramipril",
                        "demo-refused -",
                        "demo-spike amlodipine",
                        "demo-stopped amlodipine");
    }

    /** Who does what next: in each course that runs, and in none that is over. */
    @Test
    void saysWhatIsNextInTheCoursesThatRun() {
        assertThat(DemoData.bundles(TODAY)
                        .flatMap(DemoWrites::resources)
                        .filter(resource -> resource.resourceType().equals("CarePlan")))
                .allSatisfy(plan -> assertThat(plan.items("note"))
                        .as(plan.text("id").orElseThrow())
                        .hasSize(plan.text("status").orElseThrow().equals("active") ? 1 : 0));
    }

    private static List<String> rows(String query) {
        return ClinicViews.rows(STORE.sql(), query);
    }
}
