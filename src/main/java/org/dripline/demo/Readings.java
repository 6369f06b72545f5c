package org.dripline.demo;

import static org.dripline.demo.Body.concept;
import static org.dripline.demo.Body.extension;
import static org.dripline.demo.Body.note;
import static org.dripline.demo.Body.plain;
import static org.dripline.demo.Body.quantity;
import static org.dripline.demo.Body.utc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.List;
import org.dripline.demo.Scenario.Agent;
import org.dripline.demo.Scenario.Saturation;
import org.dripline.document.JsonObject;

/** Writes the vital signs and ratings around one session: before, twice while it runs, after. */
final class Readings {
    private static final BigDecimal POUNDS_PER_KG = new BigDecimal("2.20462");
    /** Minutes from the first device. */
    private static final List<Integer> NASAL_MINUTES = List.of(-10, 40, 80, 122);

    private static final int LAST = 3;
    private static final JsonObject VITAL_SIGNS = concept(Body.HL7 + "observation-category", "vital-signs");

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

    /** @param ran minutes for which the infusion ran */
    void write(int number, String visit, String partOf, LocalDateTime start, int ran) {
        boolean stopped = scenario.events().stopped().containsKey(number);
        List<Integer> minutes = minutes(stopped, ran);
        String missed = scenario.events().unwatched().getOrDefault(number, "");
        for (int i = 0; i <= LAST; i++) {
            Moment moment = new Moment(visit, partOf, utc(start.plusMinutes(minutes.get(i))), phase(i, stopped));
            if (!moment.phase().equals(missed) && !(i == LAST && missed.equals("end"))) {
                VitalSigns signs = VitalSigns.of(scenario, number, i);
                readings(number + "-" + (i + 1), signs, moment);
                saturation(number + "-" + (i + 1), signs, moment, i == VitalSigns.LOWEST && oxygen(number));
            }
        }
        weight(number, new Moment(visit, partOf, utc(start.minusMinutes(30)), "pre"));
        ratings(number, new Moment(visit, partOf, utc(start.plusMinutes(minutes.get(1))), phase(1, stopped)));
    }

    /**
     * The scales say a little more or less each time, and the dose stays with the first weight. One that was first
     * entered in pounds stays on file as entered in error.
     */
    private void weight(int number, Moment arrival) {
        BigDecimal first = scenario.person().weightKg();
        BigDecimal kg = number == 1 || scenario.isGolden()
                ? first
                : first.add(BigDecimal.valueOf(scenario.vary(number, 13) - 4L, 1));
        if (scenario.events().pounds().contains(number)) {
            entries.put(weighed("weight-" + number + "-pounds", inPounds(kg), arrival)
                    .text("status", "entered-in-error")
                    .list("note", note(inPounds(kg) + " was pounds; entered anew.")));
        }
        entries.put(weighed("weight-" + number, kg, arrival));
    }

    static BigDecimal inPounds(BigDecimal kg) {
        return kg.multiply(POUNDS_PER_KG).setScale(0, RoundingMode.HALF_UP);
    }

    private Body weighed(String id, BigDecimal kg, Moment arrival) {
        return observation(id, "treatment-body-weight", arrival)
                .list("category", VITAL_SIGNS)
                .put("code", concept(Body.LOINC, "29463-7"))
                .put("valueQuantity", quantity(plain(kg), "kg"));
    }

    private void ratings(int number, Moment peak) {
        boolean dissociated = scenario.events().effects().getOrDefault(number, List.of()).stream()
                .anyMatch(effect -> effect.event().equals("dissociation"));
        int points = Math.max(2, 9 - number) - scenario.vary(number, 3) + (dissociated ? 5 : 0);
        entries.put(observation("dissociation-" + number, "dissociation-observation", peak)
                .put("code", concept(Body.LOCAL, "cadss-6-total"))
                .put("valueQuantity", quantity(Integer.toString(points), "{score}")));
        if (scenario.plan().agent() == Agent.ESKETAMINE) {
            boolean drowsy = scenario.events().effects().getOrDefault(number, List.of()).stream()
                    .anyMatch(effect -> effect.event().equals("drowsy"));
            entries.put(observation("sedation-" + number, "sedation-observation", peak)
                    .put("code", concept(Body.LOCAL, "moaas"))
                    .put("valueQuantity", quantity(drowsy ? "3" : "5", "{score}")));
        }
    }

    private void readings(String place, VitalSigns signs, Moment moment) {
        entries.put(observation("pressure-" + place, "monitoring-blood-pressure", moment)
                .list("category", VITAL_SIGNS)
                .put("code", concept(Body.LOINC, "85354-9"))
                .list(
                        "component",
                        component("8480-6", signs.systolicMmhg()),
                        component("8462-4", signs.diastolicMmhg())));
        entries.put(observation("heart-rate-" + place, "monitoring-heart-rate", moment)
                .list("category", VITAL_SIGNS)
                .put("code", concept(Body.LOINC, "8867-4"))
                .put("valueQuantity", quantity(Integer.toString(signs.heartRatePerMinute()), "/min")));
    }

    private boolean oxygen(int number) {
        Saturation low = scenario.events().saturations().get(number);
        return low != null && low.oxygen();
    }

    private void saturation(String place, VitalSigns signs, Moment moment, boolean oxygen) {
        Body reading = observation("spo2-" + place, "monitoring-oxygen-saturation", moment)
                .list("category", VITAL_SIGNS)
                .put("code", concept(Body.LOINC, "2708-6", "59408-5"))
                .put("valueQuantity", quantity(Integer.toString(signs.spo2Percent()), "%"));
        if (oxygen) {
            reading.list("note", note("Oxygen 2 L/min by nasal cannula for ten minutes."));
        }
        entries.put(reading);
    }

    private List<Integer> minutes(boolean stopped, int ran) {
        if (scenario.plan().agent() == Agent.ESKETAMINE) {
            return NASAL_MINUTES;
        }
        return stopped ? List.of(-10, ran - 2, ran + 18, 70) : List.of(-10, 15, ran - 10, ran + 30);
    }

    private String phase(int index, boolean stopped) {
        if (index == 0) {
            return "pre";
        }
        boolean running = scenario.plan().agent() == Agent.KETAMINE && index <= (stopped ? 1 : 2);
        return running ? "during" : "post";
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
