package org.dripline.demo;

import static org.dripline.demo.Body.concept;
import static org.dripline.demo.Body.extension;
import static org.dripline.demo.Body.number;
import static org.dripline.demo.Body.period;
import static org.dripline.demo.Body.quantity;
import static org.dripline.demo.Body.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dripline.demo.Scenario.Agent;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.jspecify.annotations.Nullable;

/** Writes the visits of a course: drug, readings and adverse events. Sessions start at 14:00 UTC. */
final class SessionRecord {
    private static final int INFUSION_MINUTES = 40;
    /** Esketamine is watched for two hours; the device itself takes minutes. */
    private static final int NASAL_MINUTES = 5;

    private static final BigDecimal ORDERED_MG_PER_KG = new BigDecimal("0.5");
    private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

    private final Scenario scenario;
    private final String patient;
    private final String course;
    private final Transaction entries;

    SessionRecord(Scenario scenario, String patient, String course, Transaction entries) {
        this.scenario = scenario;
        this.patient = patient;
        this.course = course;
        this.entries = entries;
    }

    void write(int number, LocalDate day) {
        LocalDateTime start = day.atTime(14, 0);
        String visit = visit(number, start);
        boolean nasal = scenario.agent() == Agent.ESKETAMINE;
        @Nullable Integer stopped = scenario.stopped().get(number);
        int planned = nasal ? NASAL_MINUTES : INFUSION_MINUTES;
        int minutes = stopped == null ? planned : stopped;
        String administration;
        String readingsOf;
        if (nasal) {
            administration = esketamine(number, visit, start);
            readingsOf = administration;
        } else {
            readingsOf = infusion(number, visit, start, minutes, stopped != null);
            administration = ketamine(number, visit, readingsOf, start, minutes, stopped != null);
        }
        new Readings(scenario, patient, entries).write(number, visit, readingsOf, start, stopped != null);
        Scenario.Effect effect = scenario.effects().get(number);
        if (effect != null) {
            adverseEvent(number, visit, administration, start, effect);
        }
    }

    private String id(String kind, int number) {
        return scenario.patientId() + "-" + kind + "-" + number;
    }

    static String utc(LocalDateTime at) {
        return at + ":00Z";
    }

    private String visit(int number, LocalDateTime start) {
        return entries.put(Body.resource("Encounter", id("visit", number), "infusion-encounter")
                .text("status", "finished")
                .put("class", Body.coding(Body.HL7 + "v3-ActCode", "AMB"))
                .reference("subject", patient)
                .put("period", period(utc(start.minusMinutes(45)), utc(start.plusMinutes(130))))
                .reference("serviceProvider", Clinic.ORGANIZATION));
    }

    private String infusion(int number, String visit, LocalDateTime start, int minutes, boolean stopped) {
        Body procedure = Body.resource("Procedure", id("infusion", number), "infusion-procedure")
                .list("extension", extension("infusion-number", "valuePositiveInt", number(number)))
                .references("basedOn", course)
                .text("status", stopped ? "stopped" : "completed");
        if (stopped) {
            procedure.put(
                    "statusReason",
                    new Body().text("text", "Blood pressure above 180/110").json());
        }
        return entries.put(procedure
                .put("code", concept(Body.SNOMED, "14152002"))
                .reference("subject", patient)
                .reference("encounter", visit)
                .put("performedPeriod", period(utc(start), utc(start.plusMinutes(minutes))))
                .list(
                        "performer",
                        new Body().reference("actor", Clinic.PHYSICIAN).json()));
    }

    /** The dose is the delivered one: a stopped infusion gave the part of it that had run. */
    private String ketamine(
            int number, String visit, String infusion, LocalDateTime start, int minutes, boolean stopped) {
        BigDecimal weight = BigDecimal.valueOf(scenario.weightKg());
        BigDecimal ratePerMinute = ORDERED_MG_PER_KG
                .multiply(weight)
                .divide(BigDecimal.valueOf(INFUSION_MINUTES), 4, RoundingMode.HALF_UP);
        BigDecimal dose = ORDERED_MG_PER_KG
                .multiply(weight)
                .multiply(BigDecimal.valueOf(minutes))
                .divide(BigDecimal.valueOf(INFUSION_MINUTES), 1, RoundingMode.HALF_UP);
        BigDecimal perKg = dose.divide(weight, 2, RoundingMode.HALF_UP);
        return entries.put(drug(number, visit, "infusion-medication-administration", "6130", start, minutes)
                .text("status", stopped ? "stopped" : "completed")
                .references("partOf", infusion)
                .put(
                        "dosage",
                        new Body()
                                .list(
                                        "extension",
                                        extension("dose-per-kg", "valueQuantity", quantity(plain(perKg), "mg/kg")),
                                        extension("dosing-weight", "valueQuantity", quantity(plain(weight), "kg")))
                                .put("route", concept(Body.SNOMED, "47625008"))
                                .put("dose", quantity(plain(dose), "mg"))
                                .put("rateQuantity", quantity(plain(ratePerMinute), "mg/min"))
                                .json()));
    }

    /** 56 mg at first, 84 mg from the third session: devices of 28 mg. */
    private String esketamine(int number, String visit, LocalDateTime start) {
        int devices = number < 3 ? 2 : 3;
        return entries.put(drug(number, visit, "esketamine-administration", "2201625", start, NASAL_MINUTES)
                .text("status", "completed")
                .put(
                        "dosage",
                        new Body()
                                .list("extension", extension("device-count", "valuePositiveInt", number(devices)))
                                .put("route", concept(Body.SNOMED, "46713006"))
                                .put("dose", quantity(Integer.toString(28 * devices), "mg"))
                                .json()));
    }

    private Body drug(int number, String visit, String profile, String rxnorm, LocalDateTime start, int minutes) {
        return Body.resource("MedicationAdministration", id("dose", number), profile)
                .list("extension", extension("lot-number", "valueString", Json.of("DEMO-7")))
                .put("medicationCodeableConcept", concept(RXNORM, rxnorm))
                .reference("subject", patient)
                .reference("context", visit)
                .put("effectivePeriod", period(utc(start), utc(start.plusMinutes(minutes))))
                .list(
                        "performer",
                        new Body().reference("actor", Clinic.PHYSICIAN).json());
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private void adverseEvent(
            int number, String visit, String administration, LocalDateTime start, Scenario.Effect effect) {
        entries.put(Body.resource("AdverseEvent", id("effect", number), "infusion-adverse-event")
                .list("extension", extension("resolved-at", "valueDateTime", Json.of(utc(start.plusMinutes(75)))))
                .text("actuality", "actual")
                .put("event", event(effect.event()))
                .reference("subject", patient)
                .reference("encounter", visit)
                .text("date", utc(start.plusMinutes(10)))
                .put("seriousness", concept(Body.HL7 + "adverse-event-seriousness", "Non-serious"))
                .put("severity", concept(Body.HL7 + "adverse-event-severity", effect.severity()))
                .put("outcome", concept(Body.HL7 + "adverse-event-outcome", "resolved"))
                .list(
                        "suspectEntity",
                        new Body().put("instance", reference(administration)).json()));
    }

    private static JsonObject event(String name) {
        return switch (name) {
            case "nausea" -> concept(Body.SNOMED, "422587007");
            case "dizziness" -> concept(Body.SNOMED, "404640003");
            case "headache" -> concept(Body.SNOMED, "25064002");
            case "anxiety" -> concept(Body.SNOMED, "48694002");
            case "blood-pressure" -> concept(Body.SNOMED, "24184005");
            case "dissociation", "perceptual-disturbance" -> concept(Body.LOCAL, name);
            default -> throw new IllegalArgumentException("no code for " + name);
        };
    }
}
