package org.dripline.demo;

import static org.dripline.demo.Body.concept;
import static org.dripline.demo.Body.extension;
import static org.dripline.demo.Body.quantity;

import java.time.LocalDateTime;
import java.util.List;
import org.dripline.demo.Scenario.Agent;
import org.dripline.document.JsonObject;

/** Writes the vital signs and ratings around one session. */
final class Readings {
    /** Minutes from the start of the drug: before, twice while it runs, after. */
    private static final List<Integer> INFUSION_MINUTES = List.of(-10, 15, 30, 70);

    private static final List<Integer> STOPPED_MINUTES = List.of(-10, 10, 30, 70);
    private static final List<Integer> NASAL_MINUTES = List.of(-10, 40, 80, 122);

    /** The readings that the documentation's worked example names. */
    private static final List<Reading> GOLDEN = List.of(
            new Reading(128, 78, 72, 98),
            new Reading(152, 90, 84, 97),
            new Reading(161, 94, 88, 96),
            new Reading(134, 82, 76, 98));

    private static final List<Reading> STOPPED = List.of(
            new Reading(142, 88, 78, 97),
            new Reading(186, 112, 104, 95),
            new Reading(164, 98, 92, 96),
            new Reading(144, 90, 80, 97));

    private static final JsonObject VITAL_SIGNS = concept(Body.HL7 + "observation-category", "vital-signs");

    private record Reading(int systolicMmhg, int diastolicMmhg, int heartRatePerMinute, int spo2Percent) {}

    /** When and of what: {@code partOf} is the infusion, or the nasal dose. */
    private record Moment(String visit, String partOf, String at, String phase) {}

    private final Scenario scenario;
    private final String patient;
    private final Transaction entries;

    Readings(Scenario scenario, String patient, Transaction entries) {
        this.scenario = scenario;
        this.patient = patient;
        this.entries = entries;
    }

    void write(int number, String visit, String partOf, LocalDateTime start, boolean stopped) {
        List<Integer> minutes = minutes(stopped);
        for (int i = 0; i < minutes.size(); i++) {
            String at = SessionRecord.utc(start.plusMinutes(minutes.get(i)));
            Moment moment = new Moment(visit, partOf, at, phase(i, stopped));
            readings(number + "-" + (i + 1), reading(number, i, stopped), moment);
        }
        Moment arrival = new Moment(visit, partOf, SessionRecord.utc(start.minusMinutes(30)), "pre");
        entries.put(observation("weight-" + number, "treatment-body-weight", arrival)
                .list("category", VITAL_SIGNS)
                .put("code", concept(Body.LOINC, "29463-7"))
                .put("valueQuantity", quantity(Integer.toString(scenario.weightKg()), "kg")));
        Moment peak =
                new Moment(visit, partOf, SessionRecord.utc(start.plusMinutes(minutes.get(1))), phase(1, stopped));
        entries.put(observation("dissociation-" + number, "dissociation-observation", peak)
                .put("code", concept(Body.LOCAL, "cadss-6-total"))
                .put("valueQuantity", quantity(Integer.toString(Math.max(2, 9 - number)), "{score}")));
    }

    private void readings(String place, Reading reading, Moment moment) {
        entries.put(observation("pressure-" + place, "monitoring-blood-pressure", moment)
                .list("category", VITAL_SIGNS)
                .put("code", concept(Body.LOINC, "85354-9"))
                .list(
                        "component",
                        component("8480-6", reading.systolicMmhg()),
                        component("8462-4", reading.diastolicMmhg())));
        entries.put(observation("heart-rate-" + place, "monitoring-heart-rate", moment)
                .list("category", VITAL_SIGNS)
                .put("code", concept(Body.LOINC, "8867-4"))
                .put("valueQuantity", quantity(Integer.toString(reading.heartRatePerMinute()), "/min")));
        entries.put(observation("spo2-" + place, "monitoring-oxygen-saturation", moment)
                .list("category", VITAL_SIGNS)
                .put("code", concept(Body.LOINC, "2708-6", "59408-5"))
                .put("valueQuantity", quantity(Integer.toString(reading.spo2Percent()), "%")));
    }

    private List<Integer> minutes(boolean stopped) {
        if (scenario.agent() == Agent.ESKETAMINE) {
            return NASAL_MINUTES;
        }
        return stopped ? STOPPED_MINUTES : INFUSION_MINUTES;
    }

    private String phase(int index, boolean stopped) {
        if (index == 0) {
            return "pre";
        }
        boolean running = scenario.agent() == Agent.KETAMINE && index <= (stopped ? 1 : 2);
        return running ? "during" : "post";
    }

    /** Blood pressure rises while the drug runs; patient and session shift it, always by the same. */
    private Reading reading(int number, int index, boolean stopped) {
        if (scenario.name().equals("golden") && number == 1) {
            return GOLDEN.get(index);
        }
        if (stopped) {
            return STOPPED.get(index);
        }
        int shift = Math.floorMod(scenario.name().hashCode() + 7 * number, 11);
        int rise = List.of(0, 15, 21, 5).get(index) + Math.floorMod(shift * (index + 3), 5);
        return new Reading(
                114 + shift + rise, 72 + shift / 2 + rise / 2, 66 + shift / 2 + rise / 2, 98 - (rise > 12 ? 2 : 0));
    }

    private Body observation(String id, String profile, Moment moment) {
        return Body.resource("Observation", scenario.patientId() + "-" + id, profile)
                .list(
                        "extension",
                        extension("monitoring-phase-ext", "valueCodeableConcept", concept(Body.LOCAL, moment.phase())))
                .references("partOf", moment.partOf())
                .text("status", "final")
                .reference("subject", patient)
                .reference("encounter", moment.visit())
                .text("effectiveDateTime", moment.at());
    }

    private static JsonObject component(String code, int mmhg) {
        return new Body()
                .put("code", concept(Body.LOINC, code))
                .put("valueQuantity", quantity(Integer.toString(mmhg), "mm[Hg]"))
                .json();
    }
}
