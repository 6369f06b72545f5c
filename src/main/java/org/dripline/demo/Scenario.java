package org.dripline.demo;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One invented patient and what happened, in days from the first session.
 *
 * @param name ends the ids of all the patient's records
 * @param scales totals by instrument and day
 * @param thoughts what item 9 of the PHQ-9 said, by day
 */
record Scenario(
        String name,
        Person person,
        Start start,
        Background background,
        Health health,
        Plan plan,
        Map<String, Map<Integer, Integer>> scales,
        Map<Integer, Thought> thoughts,
        Events events) {

    /** What is given, and with it how a session looks. */
    enum Agent {
        KETAMINE,
        ESKETAMINE
    }

    /** @param weightKg body weight at the first session, by which all are dosed */
    record Person(String recordNumber, String family, String gender, String birthDate, BigDecimal weightKg) {}

    /**
     * What led to the clinic and was decided there.
     *
     * @param snomed the diagnosis in SNOMED CT
     * @param icd10 the diagnosis in ICD-10-CM
     * @param decision of the assessment, {@code none} if there was none
     * @param criterion present against the treatment
     * @param consent permit, deny, withdrawn or none
     */
    record Background(
            String snomed,
            String icd10,
            List<Trial> trials,
            String decision,
            @Nullable String criterion,
            String consent) {

        long adequateTrials() {
            return trials.stream().filter(Trial::adequate).count();
        }
    }

    /** An earlier antidepressant treatment. */
    record Trial(String agent, String mgPerDay, int weeks, String outcome) {
        private static final int ADEQUATE_WEEKS = 6;

        boolean adequate() {
            return weeks >= ADEQUATE_WEEKS && !outcome.equals("intolerance");
        }
    }

    /**
     * The treatment.
     *
     * @param doses mg/kg, of esketamine mg, from a session on
     * @param maxMg whatever the weight
     * @param minutes planned for one infusion
     * @param next what is done next and by whom, while a course runs; empty when nothing is said
     */
    record Plan(
            Agent agent,
            List<Course> courses,
            Map<Integer, BigDecimal> doses,
            @Nullable BigDecimal maxMg,
            int minutes,
            String next) {

        List<Integer> days() {
            return courses.stream().flatMap(course -> course.days().stream()).toList();
        }
    }

    /** @param days of the sessions that were held; fewer than planned when it ended early */
    record Course(String phase, int planned, List<Integer> days) {}

    /** @param open whether nobody has looked yet */
    record Thought(int points, boolean open) {}

    /**
     * What did not go as planned, by session.
     *
     * @param stopped minutes after which it was stopped
     * @param peaks highest systolic pressure, in mmHg
     * @param saturations lowest oxygen saturation while the drug acted
     * @param unwatched which readings were missed, {@code during} or {@code end}
     * @param pounds sessions at which the weight was first entered in pounds
     */
    record Events(
            Map<Integer, List<Effect>> effects,
            Map<Integer, Integer> stopped,
            Map<Integer, Integer> peaks,
            Map<Integer, Saturation> saturations,
            Map<Integer, String> unwatched,
            List<Integer> pounds) {}

    /** @param oxygen whether it was given */
    record Saturation(int lowestPercent, boolean oxygen) {}

    /**
     * An adverse event of one session.
     *
     * @param from minutes from the start of the drug
     * @param until in minutes as well; none when it was not over at the last look
     */
    record Effect(
            String event,
            String severity,
            int from,
            @Nullable Integer until) {}

    /** The day of the first session: a fixed one, or so many days after the Monday that lies {@code weeks} back. */
    record Start(@Nullable LocalDate fixed, int weeks, int days) {
        LocalDate day(LocalDate today) {
            return fixed != null
                    ? fixed
                    : today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                            .minusWeeks(weeks)
                            .plusDays(days);
        }
    }

    /** The worked example of the documentation, whose times and readings are published. */
    boolean isGolden() {
        return name.equals("golden");
    }

    /** A number below {@code bound} that looks like chance and is always the same; 0 for the worked example. */
    int vary(int session, int bound) {
        return isGolden() ? 0 : Math.floorMod(31 * name.hashCode() + 7 * session, bound);
    }

    String patientId() {
        return "demo-" + name;
    }
}
