package org.dripline.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dripline.access.Access;
import org.dripline.engine.TestStore;
import org.dripline.treatment.Point.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The worked example of the design, every number of it, through the store. */
class CourseSummaryTest {
    private final TestStore test = new TestStore();

    @BeforeEach
    void load() {
        GoldenCourse.load(test);
    }

    @AfterEach
    void close() {
        test.close();
    }

    private CourseSummary summary() {
        return GoldenCourse.summary(test);
    }

    private static Question byScale(String scale) {
        return new Question(Optional.empty(), Optional.empty(), scale, Optional.empty());
    }

    @Test
    void countsSessionsAndSumsDoses() {
        CourseSummary summary = summary();
        Doses doses = summary.doses();
        assertThat(List.of(doses.done().text(), doses.planned().text())).containsExactly("6", "6");
        assertThat(doses.inProgress().text()).isEqualTo("0");
        assertThat(doses.cumulativeMg().text()).isEqualTo("240 mg");
        assertThat(doses.meanMgPerKg().text()).isEqualTo("0.50 mg/kg");
        assertThat(summary.sessions())
                .extracting(session -> session.number().orElseThrow() + " "
                        + session.day().orElseThrow() + " "
                        + session.doseMg().text() + " " + session.doseMgPerKg().text() + " "
                        + session.minutes().text())
                .startsWith("1 2026-01-05 40 mg 0.50 mg/kg 40 min")
                .hasSize(6)
                .endsWith("6 2026-01-16 40 mg 0.50 mg/kg 40 min");
        assertThat(summary.sessions()).allMatch(Session::doseIsComputed);
    }

    @Test
    void tellsTheChangeOfThePhq9() {
        ScaleCourse phq9 = summary().scale();
        assertThat(phq9.baseline().orElseThrow().total()).isEqualByComparingTo("21");
        assertThat(phq9.points())
                .extracting(point -> point.day() + " " + point.total() + " "
                        + point.percentChange().text())
                .containsExactly(
                        "2026-01-05 21 the baseline",
                        "2026-01-12 14 -33.3 %",
                        "2026-01-23 9 -57.1 %",
                        "2026-02-20 4 -81.0 %");
        assertThat(phq9.points())
                .extracting(Point::outcome)
                .containsExactly(Outcome.NOT_JUDGED, Outcome.PARTIAL, Outcome.RESPONSE, Outcome.RESPONSE);
        assertThat(phq9.points())
                .extracting(point -> point.remission().map(String::valueOf).orElse("-"))
                .containsExactly("-", "false", "false", "true");
    }

    @Test
    void tellsResponseAndRemissionWithTheirDefinitions() {
        ScaleCourse phq9 = summary().scale();
        assertThat(phq9.response().text()).isEqualTo("yes");
        assertThat(phq9.firstResponse().orElseThrow().day()).isEqualTo(LocalDate.of(2026, 1, 23));
        assertThat(phq9.daysToResponse().text()).isEqualTo("18 days");
        assertThat(phq9.firstResponse().orElseThrow().afterInfusion()).contains(6);
        assertThat(phq9.remission().text()).isEqualTo("yes");
        assertThat(phq9.firstRemission().orElseThrow().day()).isEqualTo(LocalDate.of(2026, 2, 20));
        assertThat(phq9.sustained().text()).isEqualTo("yes");
        assertThat(phq9.daysFromLastInfusion().text()).isEqualTo("35 days");
        assertThat(phq9.responseText()).startsWith("response: PHQ-9 at least 50 % below baseline");
        assertThat(phq9.remission().work().cutOff()).startsWith("remission: PHQ-9 < 5");
    }

    /** The two scales disagree on the same day; neither is merged into the other. */
    @Test
    void tellsTheMadrsApart() {
        ScaleCourse madrs = GoldenCourse.summary(test, byScale("madrs")).scale();
        assertThat(madrs.percentAfterADay().text()).isEqualTo("-42.4 %");
        assertThat(madrs.points())
                .extracting(point -> point.day() + " " + point.percentChange().text() + " "
                        + point.outcome().words())
                .containsExactly(
                        "2026-01-05 the baseline not judged",
                        "2026-01-06 -42.4 % partial response",
                        "2026-01-23 -63.6 % response");
        assertThat(madrs.remission().text()).isEqualTo("no");
        assertThat(madrs.remission().work().cutOff()).startsWith("remission: MADRS ≤ 10");
    }

    @Test
    void tellsTheGreatestRiseAndThePeak() {
        CourseSummary summary = summary();
        SessionVitals first = summary.sessions().getFirst().vitals();
        assertThat(first.systolicRiseMmhg().text()).isEqualTo("33 mmHg");
        assertThat(first.diastolicRiseMmhg().text()).isEqualTo("16 mmHg");
        assertThat(first.before().orElseThrow().pressureText()).isEqualTo("128/78");
        CourseVitals vitals = summary.vitals();
        assertThat(vitals.maxSystolicRiseMmhg().text()).isEqualTo("33 mmHg");
        assertThat(vitals.peak().orElseThrow().pressureText()).isEqualTo("161/94");
        assertThat(vitals.peak().orElseThrow().at().orElseThrow()).hasToString("2026-01-05T14:30:00Z");
        assertThat(vitals.peakOf()).contains("infusion 1");
        assertThat(vitals.sessionsWithHighSystolic().work().cutOff()).contains("160 mmHg");
    }

    @Test
    void countsAdverseEvents() {
        AdverseEvents events = summary().adverseEvents();
        assertThat(events.total().text()).isEqualTo("3");
        assertThat(events.counts())
                .extracting(kind -> kind.count().text() + " " + kind.bySeverity() + " "
                        + kind.worst().orElse("-"))
                .containsExactly("2 {mild=2} mild", "1 {moderate=1} moderate");
        assertThat(events.serious().text()).isEqualTo("0");
        assertThat(events.ongoing().text()).isEqualTo("0");
        assertThat(events.events())
                .extracting(event -> event.infusion().orElseThrow())
                .containsExactly(1, 2, 3);
    }

    @Test
    void showsItsWork() {
        ScaleCourse phq9 = summary().scale();
        Figure change = phq9.points().getLast().percentChange();
        assertThat(change.work().formula()).contains("times 100 divided by baseline");
        assertThat(change.work().configuration()).isEqualTo(CutOffs.shipped().version());
        assertThat(change.work().inputs())
                .hasSize(2)
                .allSatisfy(input -> assertThat(input.versioned()).matches("Observation/.+/_history/1"));
    }

    @Test
    void takesTheCallersCutOff() {
        Question strict = new Question(Optional.empty(), Optional.empty(), "phq9", Optional.of(3));
        ScaleCourse phq9 = GoldenCourse.summary(test, strict).scale();
        assertThat(phq9.remission().text()).isEqualTo("no");
        assertThat(phq9.remission().work().cutOff()).isEqualTo("remission: PHQ-9 ≤ 3 (asked for with this summary)");
    }

    @Test
    void tellsOnlyOfTheDaysAskedFor() {
        Question january = new Question(
                Optional.of(LocalDate.of(2026, 1, 8)),
                Optional.of(LocalDate.of(2026, 1, 31)),
                "phq9",
                Optional.empty());
        CourseSummary summary = GoldenCourse.summary(test, january);
        assertThat(summary.sessions())
                .extracting(session -> session.number().orElseThrow())
                .containsExactly(3, 4, 5, 6);
        assertThat(summary.scale().points()).extracting(Point::day).last().isEqualTo(LocalDate.of(2026, 1, 23));
        assertThat(summary.scale().daysToResponse().text()).isEqualTo("18 days");
        assertThat(summary.adverseEvents().total().text()).isEqualTo("1");
    }

    @Test
    void knowsWhatIsKnownBesideTheCourse() {
        Background background = summary().background();
        assertThat(background.referrals()).hasSize(1);
        assertThat(background.diagnoses()).singleElement().satisfies(diagnosis -> {
            assertThat(diagnosis.icd10Code()).contains("F33.2");
            assertThat(diagnosis.ofCourse()).isTrue();
        });
        assertThat(background.earlierTreatments()).hasSize(3);
        assertThat(background.medications())
                .extracting(drug -> drug.agent().orElse(""))
                .containsExactly("mirtazapine");
        assertThat(background.allergies())
                .singleElement()
                .satisfies(allergy -> assertThat(allergy.criticality()).contains("low"));
    }

    @Test
    void hidesAnotherPatientsCourse() {
        assertThat(GoldenCourse.summaries(test)
                        .ofCourse(Access.ofPatient("x", "other").scope(), GoldenCourse.COURSE, Question.DEFAULT))
                .isEmpty();
    }
}
