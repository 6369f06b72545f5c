package org.dripline.demo;

import java.time.LocalDate;
import java.util.List;
import org.dripline.demo.Scenario.Agent;
import org.dripline.demo.Scenario.Start;

/** The demo's patients, a line each. All are invented. */
final class Scenarios {
    private static final Start GOLDEN = Start.on(LocalDate.of(2026, 1, 5));

    /**
     * Days count from the first session. Scales are {@code day=total}; effects are {@code session=event/severity}; a
     * stopped session is {@code session=minutes}.
     */
    static final List<Scenario> ALL = List.of(
            // The worked example of the documentation: response and, later, remission.
            new Scenario("golden", "1042", "Sample", "female", "1980-01-01", GOLDEN, Agent.KETAMINE, 80, 6)
                    .sessions("0 2 4 7 9 11")
                    .scales("phq9", "0=21 7=14 18=9 46=4")
                    .scales("gad7", "0=15 18=7")
                    .scales("madrs", "0=33 1=19 18=12")
                    .effects("1=nausea/mild 2=dissociation/moderate 3=nausea/mild"),
            // Better, but not well: a course still running.
            new Scenario("responder", "1043", "Alder", "male", "1971-06-14", Start.weeksAgo(3), Agent.KETAMINE, 92, 8)
                    .sessions("0 3 7 10 14 17 21 24")
                    .scales("phq9", "-3=19 7=12 14=8")
                    .scales("gad7", "-3=12 14=6")
                    .scales("madrs", "-3=30 1=20 14=14")
                    .effects("1=dizziness/mild"),
            // No change: six infusions, and thoughts of death at the start.
            new Scenario(
                            "non-responder",
                            "1044",
                            "Birch",
                            "female",
                            "1965-11-30",
                            Start.weeksAgo(8),
                            Agent.KETAMINE,
                            64,
                            6)
                    .sessions("0 2 4 7 9 11")
                    .scales("phq9", "-2=25 7=24 14=22 30=23")
                    .scales("gad7", "-2=17 14=16")
                    .scales("madrs", "-2=38 1=36 14=35")
                    .effects("2=headache/mild 4=anxiety/moderate"),
            // Well for two months, then ill again.
            new Scenario("relapse", "1045", "Cedar", "male", "1988-03-02", Start.weeksAgo(20), Agent.KETAMINE, 75, 6)
                    .sessions("0 2 4 7 9 11")
                    .scales("phq9", "-1=20 7=11 14=4 42=3 84=16 110=18")
                    .scales("gad7", "-1=13 14=4 84=11")
                    .scales("madrs", "-1=34 1=15 14=8 84=27")
                    .effects("1=nausea/moderate 5=perceptual-disturbance/mild"),
            // The second infusion stopped after 12 minutes for blood pressure; the course went on.
            new Scenario("stopped", "1046", "Dogwood", "female", "1959-08-21", Start.weeksAgo(6), Agent.KETAMINE, 70, 6)
                    .sessions("0 3 7 9 11 14")
                    .scales("phq9", "-2=22 7=17 21=12")
                    .scales("gad7", "-2=14 21=10")
                    .scales("madrs", "-2=32 1=26 21=21")
                    .effects("2=blood-pressure/severe 3=nausea/mild")
                    .stopped("2=12"),
            // Nasal esketamine twice weekly.
            new Scenario(
                            "esketamine",
                            "1047",
                            "Elm",
                            "female",
                            "1993-01-17",
                            Start.weeksAgo(5),
                            Agent.ESKETAMINE,
                            58,
                            8)
                    .sessions("0 3 7 10 14 17 21 24")
                    .scales("phq9", "-4=20 14=13 28=9")
                    .scales("gad7", "-4=11 28=6")
                    .scales("madrs", "-4=31 14=20 28=13")
                    .effects("1=dissociation/moderate 2=dizziness/mild 3=dissociation/mild"));

    private Scenarios() {}
}
