package org.dripline.demo;

import static org.dripline.demo.Body.concept;
import static org.dripline.demo.Body.extension;
import static org.dripline.demo.Body.note;
import static org.dripline.demo.Body.number;
import static org.dripline.demo.Body.period;
import static org.dripline.demo.Body.plain;
import static org.dripline.demo.Body.quantity;
import static org.dripline.demo.Body.utc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;

/** Writes what was given in one session. */
final class DoseRecord {
    /** Esketamine is watched for two hours; the devices themselves take minutes. */
    private static final int NASAL_MINUTES = 5;

    private static final int DEVICE_MG = 28;

    private final Scenario scenario;
    private final String patient;
    private final String order;
    private final Transaction entries;

    DoseRecord(Scenario scenario, String patient, String order, Transaction entries) {
        this.scenario = scenario;
        this.patient = patient;
        this.order = order;
        this.entries = entries;
    }

    /** The dose is the delivered one: a stopped infusion gave the part of it that had run. */
    String ketamine(int number, String visit, String infusion, LocalDateTime start, int minutes) {
        BigDecimal weight = scenario.person().weightKg();
        BigDecimal planned = BigDecimal.valueOf(scenario.plan().minutes());
        BigDecimal whole = ordered(number, weight);
        BigDecimal rate = whole.divide(planned, 4, RoundingMode.HALF_UP);
        BigDecimal dose = whole.multiply(BigDecimal.valueOf(minutes)).divide(planned, 1, RoundingMode.HALF_UP);
        JsonObject period = period(utc(start), utc(start.plusMinutes(minutes)));
        if (scenario.events().pounds().contains(number)) {
            BigDecimal pounds = Readings.inPounds(weight);
            entries.put(infused(number + "-pounds", visit, infusion, period)
                    .text("status", "entered-in-error")
                    .list("note", note(pounds + " was the weight in pounds; entered anew."))
                    .put("dosage", dosage(dose, pounds, rate)));
        }
        String status = scenario.events().stopped().containsKey(number) ? "stopped" : "completed";
        return entries.put(infused(Integer.toString(number), visit, infusion, period)
                .text("status", status)
                .put("dosage", dosage(dose, weight, rate)));
    }

    private BigDecimal ordered(int number, BigDecimal weight) {
        BigDecimal whole = CourseRecord.dose(scenario.plan(), number).multiply(weight);
        BigDecimal cap = scenario.plan().maxMg();
        return cap == null ? whole : whole.min(cap);
    }

    private static JsonObject dosage(BigDecimal dose, BigDecimal weight, BigDecimal ratePerMinute) {
        BigDecimal perKg = dose.divide(weight, 2, RoundingMode.HALF_UP);
        return new Body()
                .list(
                        "extension",
                        extension("dose-per-kg", "valueQuantity", quantity(plain(perKg), "mg/kg")),
                        extension("dosing-weight", "valueQuantity", quantity(plain(weight), "kg")))
                .put("route", concept(Body.SNOMED, "47625008"))
                .put("dose", quantity(plain(dose), "mg"))
                .put("rateQuantity", quantity(plain(ratePerMinute), "mg/min"))
                .json();
    }

    private Body infused(String id, String visit, String infusion, JsonObject period) {
        return drug(id, visit, "infusion-medication-administration", period).references("partOf", infusion);
    }

    /** In devices of 28 mg. */
    String esketamine(int number, String visit, LocalDateTime start) {
        int devices = CourseRecord.dose(scenario.plan(), number).intValueExact() / DEVICE_MG;
        JsonObject period = period(utc(start), utc(start.plusMinutes(NASAL_MINUTES)));
        return entries.put(drug(Integer.toString(number), visit, "esketamine-administration", period)
                .text("status", "completed")
                .put(
                        "dosage",
                        new Body()
                                .list("extension", extension("device-count", "valuePositiveInt", number(devices)))
                                .put("route", concept(Body.SNOMED, "46713006"))
                                .put("dose", quantity(Integer.toString(DEVICE_MG * devices), "mg"))
                                .json()));
    }

    private Body drug(String id, String visit, String profile, JsonObject period) {
        return Body.resource("MedicationAdministration", scenario.patientId() + "-dose-" + id, profile)
                .list("extension", extension("lot-number", "valueString", Json.of("DEMO-7")))
                .put(
                        "medicationCodeableConcept",
                        SessionRecord.drug(scenario.plan().agent()))
                .reference("subject", patient)
                .reference("context", visit)
                .reference("request", order)
                .put("effectivePeriod", period)
                .list(
                        "performer",
                        new Body().reference("actor", Clinic.PHYSICIAN).json());
    }
}
