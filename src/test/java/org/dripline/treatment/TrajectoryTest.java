package org.dripline.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dripline.treatment.Trajectory.Gap;
import org.junit.jupiter.api.Test;

/** Where scores and readings stand by the sessions; the second session is two days after the first. */
class TrajectoryTest {

    private static SampleCourse two() {
        return new SampleCourse().session(1, 0, "40", "0.50").session(2, 2, "40", "0.50");
    }

    private static Trajectory of(SampleCourse course) {
        return Trajectory.of(course.summary(), CutOffs.shipped());
    }

    private static List<String> values(Trajectory trajectory, String kind) {
        return trajectory.series().stream()
                .filter(series -> series.kind().equals(kind))
                .flatMap(series -> series.values().stream())
                .map(value -> value.infusion() + " " + value.moment() + " " + value.value())
                .toList();
    }

    @Test
    void placesScoresByTheSessionBeforeThem() {
        SampleCourse course = two().score("phq9", -1, 20)
                .score("phq9", 30, 14)
                .score("phq9", 100, 9)
                .score("madrs", -1, 33)
                .score("madrs", 24, 19)
                .score("madrs", 72, 12);

        Trajectory trajectory = of(course);

        assertThat(values(trajectory, "phq9")).containsExactly("1 baseline 20", "1 before-next 14", "2 follow-up 9");
        assertThat(values(trajectory, "madrs")).containsExactly("1 baseline 33", "1 plus-24h 19", "2 plus-24h 12");
    }

    /** PHQ-9 asks about two weeks, so a day after an infusion it says nothing of that infusion. */
    @Test
    void expectsTheDayAfterOnlyOfScalesThatCanTellIt() {
        List<Gap> gaps = of(two().score("phq9", -1, 20).score("madrs", -1, 33)).gaps();

        assertThat(gaps)
                .contains(new Gap("phq9", 1, "before-next"), new Gap("madrs", 1, "plus-24h"))
                .doesNotContain(new Gap("phq9", 1, "plus-24h"), new Gap("phq9", 2, "before-next"));
    }

    @Test
    void takesTheLastReadingBeforeAndTheNearestToFortyMinutes() {
        SampleCourse course = two().pressure(1, -30, 120, 70)
                .pressure(1, -10, 128, 78)
                .pressure(1, 15, 152, 90)
                .pressure(1, 35, 150, 91)
                .pressure(1, 50, 161, 94)
                .value(1, -10, "spo2", 98);

        Trajectory trajectory = of(course);

        assertThat(values(trajectory, "systolic")).containsExactly("1 pre 128", "1 plus-40min 150");
        assertThat(values(trajectory, "diastolic")).containsExactly("1 pre 78", "1 plus-40min 91");
        assertThat(trajectory.gaps())
                .contains(
                        new Gap("systolic", 2, "pre"),
                        new Gap("systolic", 2, "plus-40min"),
                        new Gap("spo2", 1, "plus-40min"))
                .noneMatch(gap -> gap.kind().equals("respiratory-rate"));
    }

    @Test
    void isEmptyWithoutAnything() {
        assertThat(of(new SampleCourse()).series()).isEmpty();
    }
}
