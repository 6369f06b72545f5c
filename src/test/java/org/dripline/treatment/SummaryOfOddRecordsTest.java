package org.dripline.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dripline.engine.TestStore;
import org.dripline.engine.store.Write;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records that are true, and less than a summary would like: nothing is made up from them, and nothing vanishes. */
class SummaryOfOddRecordsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 1);

    private final TestStore test = new TestStore();

    @BeforeEach
    void course() {
        test.put(Records.course("c", "\"start\":\"2026-01-01\""));
        infuse("a", 5);
        infuse("b", 9);
    }

    @AfterEach
    void close() {
        test.close();
    }

    /** Known as an infusion by the ketamine that was part of it, and of the course by its time. */
    private void infuse(String id, int day) {
        String start = "2026-01-%02dT14:00:00Z".formatted(day);
        test.put(Records.infusion(id, "completed", Records.performed(start, start.replace("14:00", "14:40")), ""));
        test.put(Records.dose("dose-" + id, id, "40 mg", "80 kg"));
    }

    private CourseSummary summary() {
        return summary(Question.DEFAULT);
    }

    private CourseSummary summary(Question question) {
        return GoldenCourse.summaries(test)
                .ofCourse(TestStore.CLINIC.scope(), "c", question)
                .orElseThrow();
    }

    private void score(String id, String date, int total) {
        test.put(Records.score(id, date, "44261-6", total));
    }

    @Test
    void keepsAnEventWhoseDoseWasDeleted() {
        test.put("""
                {"resourceType":"AdverseEvent","id":"e","actuality":"actual","subject":{"reference":"Patient/p"},
                 "event":{"text":"respiratory arrest"},"date":"2026-01-09T14:20:00Z",
                 "suspectEntity":[{"instance":{"reference":"Procedure/b"}}],
                 "seriousness":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/adverse-event-seriousness",
                   "code":"Serious"}]}}""");
        assertThat(summary().adverseEvents().total().text()).isEqualTo("1");
        assertThat(summary().adverseEvents().serious().text()).isEqualTo("1");
        test.store.write(
                TestStore.CLINIC,
                List.of(new Write.Delete("MedicationAdministration", "dose-b", OptionalLong.empty())));
        assertThat(summary().doses().done().text()).isEqualTo("1");
        assertThat(summary().adverseEvents().serious().text()).isEqualTo("1");
    }

    @Test
    void takesNoMonthForABaseline() {
        score("month", "2026-01", 20);
        score("later", "2026-01-20", 8);
        CourseSummary summary = summary();
        assertThat(summary.scale().baseline()).isEmpty();
        assertThat(summary.scale().response().holds()).isEmpty();
        assertThat(summary.scale().points()).hasSize(1);
        assertThat(summary.missing()).contains("the day of 1 PHQ-9 score, which is left out");
    }

    @Test
    void tellsRemissionWithoutABaseline() {
        score("later", "2026-01-20", 3);
        ScaleCourse scale = summary().scale();
        assertThat(scale.response().text()).startsWith("no baseline");
        assertThat(scale.remission().text()).isEqualTo("yes");
        assertThat(scale.latest().orElseThrow().total()).isEqualByComparingTo("3");
    }

    @Test
    void tellsTheLatestScoreAgainstABaselineOfZero() {
        score("before", "2026-01-05T13:00:00Z", 0);
        score("later", "2026-01-20", 5);
        ScaleCourse scale = summary().scale();
        assertThat(scale.last()).isEmpty();
        assertThat(scale.latest().orElseThrow().percentChange().text()).isEqualTo("the baseline is 0");
    }

    @Test
    void placesABaselineAtTheStartBeforeTheFirstSession() {
        score("at", "2026-01-05T14:00:00Z", 20);
        assertThat(summary().scale().baseline().orElseThrow().afterInfusion()).isEmpty();
    }

    /** What is not of the days asked for is neither judged by nor denied. */
    @Test
    void saysThatItIsLimitedAndTellsOpenFlagsAllTheSame() {
        test.put("""
                {"resourceType":"Flag","id":"f","status":"active","code":{"text":"suicidality"},
                 "subject":{"reference":"Patient/p"},"period":{"start":"2026-01-30"}}""");
        Question early =
                new Question(Optional.empty(), Optional.of(LocalDate.of(2026, 1, 6)), "phq9", Optional.empty());
        CourseSummary summary = summary(early);
        assertThat(summary.risk().openFlags()).hasSize(1);
        assertThat(summary.plan(TODAY))
                .containsExactly(
                        "What is left and due is not told of some days alone", "A flag is open, see the risks");
        assertThat(early.limits()).hasValueSatisfying(text -> assertThat(text).contains("until 2026-01-06"));
        assertThat(Question.DEFAULT.limits()).isEmpty();
    }
}
