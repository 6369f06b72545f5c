package org.dripline.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PlanTest {
    /** Two days after the second session. */
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 9);

    private static SampleCourse two() {
        return new SampleCourse().session(1, 0, "40", "0.50").session(2, 2, "40", "0.50");
    }

    @Test
    void countsWhatIsLeftAndAsksForAScoreWhileTheCourseRuns() {
        assertThat(two().score("phq9", -1, 20).summary().plan(TODAY))
                .containsExactly(
                        "4 more sessions are planned",
                        "The last session was 2 days ago",
                        "PHQ-9 is due: there is none since the last session");
        assertThat(two().score("phq9", 60, 9).planned(3).summary().plan(TODAY))
                .containsExactly("1 more session is planned", "The last session was 2 days ago");
    }

    @Test
    void saysOfACourseThatIsOverOnlyWhatWasNotHeld() {
        assertThat(two().over().summary().plan(TODAY))
                .containsExactly("The course is over; 4 of the planned sessions were not completed");
        assertThat(two().over().planned(2).summary().plan(TODAY))
                .containsExactly("All planned sessions were completed");
        assertThat(two().over().planned(null).summary().plan(TODAY))
                .containsExactly("No number of sessions is planned");
    }

    @Test
    void asksForNoScoreBeforeTheFirstSession() {
        assertThat(new SampleCourse().summary().plan(TODAY)).containsExactly("6 more sessions are planned");
    }
}
