package org.dripline.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dripline.treatment.Point.Outcome;
import org.junit.jupiter.api.Test;

/** The rules of the summary one by one, and what holds for any numbers. */
class SummaryRulesTest {
    private static final int DAY = 24;

    private static SampleCourse one() {
        return new SampleCourse().session(1, 0, "40", "0.5");
    }

    private static ScaleCourse scale(SampleCourse course, String instrument) {
        return course.summary(new Question(Optional.empty(), Optional.empty(), instrument, Optional.empty()))
                .scale();
    }

    /** Rule R-31: a scale that asks about two weeks tells nothing of one day. */
    @Test
    void doesNotTakeAPhq9OfTheNextDayForTheResponseOfThatDay() {
        ScaleCourse phq9 = scale(one().score("phq9", -1, 20).score("phq9", DAY, 5), "phq9");
        assertThat(phq9.percentAfterADay().text())
                .isEqualTo("PHQ-9 asks about 14 days, so it tells nothing of one day");
        assertThat(phq9.points().getLast().outcome()).isEqualTo(Outcome.NOT_JUDGED);
        assertThat(phq9.firstResponse()).isEmpty();
        assertThat(phq9.response().text()).isEqualTo("no PHQ-9 after the first session that can be judged");
        ScaleCourse madrs = scale(one().score("madrs", -1, 20).score("madrs", DAY, 10), "madrs");
        assertThat(madrs.percentAfterADay().text()).isEqualTo("-50.0 %");
        assertThat(madrs.firstResponse()).isPresent();
    }

    @Test
    void takesTheLastScoreBeforeTheFirstSessionForTheBaseline() {
        SampleCourse course =
                one().score("phq9", -DAY * 31, 25).score("phq9", -DAY * 2, 22).score("phq9", 1, 20);
        assertThat(scale(course, "phq9").baseline().orElseThrow().total()).isEqualByComparingTo("22");
        ScaleCourse old = scale(one().score("phq9", -DAY * 31, 25).score("phq9", DAY * 7, 5), "phq9");
        assertThat(old.baseline()).isEmpty();
        assertThat(old.response().text()).isEqualTo("no baseline: no PHQ-9 in the 30 days before the first session");
        assertThat(old.points()).extracting(Point::outcome).containsOnly(Outcome.NOT_JUDGED);
        ScaleCourse edge = scale(one().score("phq9", -DAY * 30, 25), "phq9");
        assertThat(edge.baseline()).isPresent();
        ScaleCourse same = scale(one().score("phq9", 0, 25), "phq9");
        assertThat(same.baseline()).isPresent();
    }

    /** 50.0 % and 25.0 % are within; just above is not, whatever the rounding shows. */
    @Test
    void judgesByTheExactShare() {
        assertThat(outcome(20, 10)).isEqualTo(Outcome.RESPONSE);
        assertThat(outcome(20, 11)).isEqualTo(Outcome.PARTIAL);
        assertThat(outcome(20, 15)).isEqualTo(Outcome.PARTIAL);
        assertThat(outcome(20, 16)).isEqualTo(Outcome.NONE);
        assertThat(outcome(20, 24)).isEqualTo(Outcome.NONE);
    }

    private static Outcome outcome(int baseline, int later) {
        return scale(one().score("phq9", -1, baseline).score("phq9", DAY * 7, later), "phq9")
                .points()
                .getLast()
                .outcome();
    }

    @Test
    void tellsThatAResponseWasLost() {
        ScaleCourse phq9 =
                scale(one().score("phq9", -1, 20).score("phq9", DAY * 7, 8).score("phq9", DAY * 30, 18), "phq9");
        assertThat(phq9.response().text()).isEqualTo("no");
        assertThat(phq9.firstResponse()).isPresent();
        assertThat(phq9.daysToResponse().text()).isEqualTo("7 days");
        assertThat(phq9.sustained().text()).isEqualTo("no");
    }

    @Test
    void roundsHalfUp() {
        // 1 of 16 is 6.25, 3 of 16 is 18.75.
        assertThat(change(16, 15)).isEqualTo("-6.3 %");
        assertThat(change(16, 13)).isEqualTo("-18.8 %");
        assertThat(change(16, 17)).isEqualTo("6.3 %");
        Doses doses = new SampleCourse()
                .session(1, 0, "40", "0.5")
                .session(2, 2, "40.4", "0.51")
                .summary()
                .doses();
        assertThat(doses.meanMgPerKg().text()).isEqualTo("0.51 mg/kg");
        assertThat(doses.cumulativeMg().text()).isEqualTo("80.4 mg");
    }

    private static String change(int baseline, int later) {
        return scale(one().score("phq9", -1, baseline).score("phq9", DAY * 7, later), "phq9")
                .points()
                .getLast()
                .percentChange()
                .text();
    }

    @Test
    void saysWhatIsMissingInWords() {
        CourseSummary summary = new SampleCourse()
                .planned(null)
                .session(1, 0, "40", "0.5")
                .session(2, 2, null, null)
                .pressure(2, 10, 150, 90)
                .summary();
        assertThat(summary.doses().planned().text()).isEqualTo("how many sessions were planned is not recorded");
        assertThat(summary.doses().cumulativeMg().value()).isEqualByComparingTo("40");
        assertThat(summary.doses().cumulativeMg().remark()).isEqualTo("without infusion 2");
        assertThat(summary.missing())
                .contains(
                        "how many sessions were planned is not recorded",
                        "no baseline: no PHQ-9 in the 30 days before the first session",
                        "no dose in mg for infusion 2",
                        "no blood pressure before infusion 1",
                        "no blood pressure before infusion 2",
                        "no PHQ-9 since infusion 2");
    }

    @Test
    void countsOrdersWithoutTheirRevisions() {
        CourseSummary summary =
                one().planned(null).order("o", null, 6).order("o2", "o", 3).summary();
        assertThat(summary.doses().planned().text()).isEqualTo("6");
    }

    @Test
    void watchesEsketamineForTwoHours() {
        SampleCourse nasal = new SampleCourse().session(1, 0, "56", null, "esketamine");
        nasal.pressure(1, -10, 120, 80).pressure(1, 100, 130, 85);
        CourseSummary summary = nasal.summary();
        assertThat(summary.sessions().getFirst().vitals().monitoredMinutes().text())
                .isEqualTo("110 min");
        assertThat(summary.vitals().shortMonitoring())
                .singleElement()
                .asString()
                .startsWith("infusion 1 was monitored for 110 minutes, less than 120 minutes (Spravato REMS");
        assertThat(summary.doses().meanMgPerKg().text()).isEqualTo("esketamine is not dosed by weight");
        assertThat(summary.missing()).noneMatch(gap -> gap.contains("weight"));
        assertThat(nasal.pressure(1, 111, 120, 80).summary().vitals().shortMonitoring())
                .isEmpty();
    }

    @Test
    void readsTheSuicideScreener() {
        assertThat(level(one().answer("93374-7", "moderate-risk"))).isEqualTo("moderate");
        assertThat(level(one().answer("93249-1", "LA33-6"))).isEqualTo("high");
        assertThat(level(one().answer("93246-7", "LA33-6"))).isEqualTo("1 answered with yes; no level recorded");
        assertThat(level(one().answer("93246-7", "LA32-8")))
                .isEqualTo("no question answered with yes; no level recorded");
        assertThat(one().summary().risk().lastScreen()).isEmpty();
    }

    private static String level(SampleCourse course) {
        return course.summary().risk().lastScreen().orElseThrow().level();
    }

    @Test
    void saysOfHowManyEventsNobodySaidWhetherTheyWereSerious() {
        SampleCourse course = one().event("nausea", 1, "mild", null)
                .event("nausea", 2, "severe", true)
                .event("late", DAY * 5, "mild", false);
        assertThat(course.summary().adverseEvents().total().text())
                .as("while the course runs, whenever it happened")
                .isEqualTo("3");
        AdverseEvents events = course.over().summary().adverseEvents();
        assertThat(events.total().text()).isEqualTo("2");
        assertThat(events.serious().text()).isEqualTo("1");
        assertThat(events.serious().remark()).isEqualTo("of 1 more it is not recorded");
        assertThat(events.counts()).singleElement().satisfies(kind -> {
            assertThat(kind.worst()).contains("severe");
            assertThat(kind.bySeverity()).hasToString("{mild=1, severe=1}");
        });
    }

    /** A day is the clinic's: the evening of the fourth in New York is the fifth in UTC. */
    @Test
    void tellsTheDaysOfTheClinicsZone() {
        SampleCourse course = one().score("phq9", -1, 20).score("phq9", DAY * 7 - 12, 9);
        assertThat(scale(course, "phq9").daysToResponse().text()).isEqualTo("7 days");
        assertThat(scale(course.in(ZoneId.of("America/New_York")), "phq9")
                        .daysToResponse()
                        .text())
                .isEqualTo("6 days");
    }

    @Property(tries = 200)
    void doesNotDependOnTheOrderOfTheRows(
            @ForAll @Size(min = 2, max = 12) List<@IntRange(min = 0, max = 27) Integer> totals, @ForAll long seed) {
        assertThat(course(totals).shuffled(seed).summary())
                .isEqualTo(course(totals).summary());
    }

    private static SampleCourse course(List<Integer> totals) {
        SampleCourse course = new SampleCourse();
        for (int i = 0; i < totals.size(); i++) {
            course.session(i + 1, i * 2, "40", "0.5")
                    .score("phq9", i * 2 * DAY - 1, totals.get(i))
                    .pressure(i + 1, -10, 120 + totals.get(i), 80)
                    .pressure(i + 1, 20, 130 + totals.get(i), 85)
                    .value(i + 1, 20, "spo2", 95)
                    .value(i + 1, 20, "hr", 70 + totals.get(i))
                    .event("nausea", i * 2 * DAY, "mild", false);
        }
        return course;
    }

    @Property(tries = 300)
    void neverDividesByZeroAndNeverInventsAChange(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 3) Integer> totals) {
        ScaleCourse phq9 = scale(course(totals), "phq9");
        boolean zero = phq9.baseline().orElseThrow().total().signum() == 0;
        assertThat(phq9.points())
                .filteredOn(point -> zero)
                .allSatisfy(point -> assertThat(point.percentChange().found()).isEmpty());
        assertThat(phq9.points())
                .allSatisfy(point -> assertThat(point.percentChange().found().isPresent()
                                || !point.percentChange().remark().isEmpty())
                        .isTrue());
    }

    @Property(tries = 200)
    void keepsMissingDosesMissing(@ForAll @Size(min = 1, max = 10) List<Boolean> known) {
        SampleCourse course = new SampleCourse();
        List<Integer> given = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            course.session(i + 1, i, known.get(i) ? "40" : null, known.get(i) ? "0.5" : null);
            if (known.get(i)) {
                given.add(i);
            }
        }
        Doses doses = course.summary().doses();
        if (given.isEmpty()) {
            assertThat(doses.cumulativeMg().found()).isEmpty();
            assertThat(doses.meanMgPerKg().found()).isEmpty();
        } else {
            assertThat(doses.cumulativeMg().value()).isEqualByComparingTo(String.valueOf(40 * given.size()));
            assertThat(doses.meanMgPerKg().text()).isEqualTo("0.50 mg/kg");
            assertThat(doses.cumulativeMg().remark().isEmpty()).isEqualTo(given.size() == known.size());
        }
    }
}
