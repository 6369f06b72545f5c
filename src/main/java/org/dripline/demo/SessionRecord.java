package org.dripline.demo;

import static org.dripline.demo.Body.concept;
import static org.dripline.demo.Body.extension;
import static org.dripline.demo.Body.note;
import static org.dripline.demo.Body.number;
import static org.dripline.demo.Body.period;
import static org.dripline.demo.Body.reference;
import static org.dripline.demo.Body.utc;

import java.time.LocalDateTime;
import java.util.List;
import org.dripline.demo.Scenario.Agent;
import org.dripline.demo.Scenario.Effect;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.jspecify.annotations.Nullable;

/** Writes the visits of a course: drug, readings and adverse events. */
final class SessionRecord {
    private final Scenario scenario;
    private final String patient;
    private final String course;
    private final String referral;
    private final Transaction entries;

    SessionRecord(Scenario scenario, String patient, String course, String referral, Transaction entries) {
        this.scenario = scenario;
        this.patient = patient;
        this.course = course;
        this.referral = referral;
        this.entries = entries;
    }

    /**
     * @param number of the session among all of the patient's
     * @param inCourse its number in the course
     * @param start of the drug
     */
    void write(int number, int inCourse, String order, LocalDateTime start) {
        String visit = visit(number, start);
        boolean nasal = scenario.plan().agent() == Agent.ESKETAMINE;
        @Nullable Integer stopped = scenario.events().stopped().get(number);
        int minutes = stopped == null ? scenario.plan().minutes() : stopped;
        DoseRecord doses = new DoseRecord(scenario, patient, order, entries);
        String administration;
        String readingsOf;
        if (nasal) {
            administration = doses.esketamine(number, visit, start);
            readingsOf = administration;
        } else {
            readingsOf = infusion(number, inCourse, visit, start, minutes);
            administration = doses.ketamine(number, visit, readingsOf, start, minutes);
        }
        new Readings(scenario, patient, entries).write(number, visit, readingsOf, start, minutes);
        List<Effect> effects = scenario.events().effects().getOrDefault(number, List.of());
        for (int i = 0; i < effects.size(); i++) {
            String id = "effect-" + number + (i == 0 ? "" : "-" + (i + 1));
            adverseEvent(id, visit, administration, start, effects.get(i));
        }
    }

    private String visit(int number, LocalDateTime start) {
        boolean nasal = scenario.plan().agent() == Agent.ESKETAMINE;
        return entries.put(Body.resource("Encounter", scenario.patientId() + "-visit-" + number, "infusion-encounter")
                .text("status", "finished")
                .put("class", Body.coding(Body.HL7 + "v3-ActCode", "AMB"))
                .reference("subject", patient)
                .references("basedOn", referral)
                .list(
                        "participant",
                        new Body().reference("individual", Clinic.NURSE).json())
                .put(
                        "period",
                        period(utc(start.minusMinutes(VisitHours.BEFORE_DRUG_MINUTES)), utc(start.plusMinutes(130))))
                .list(
                        "location",
                        new Body()
                                .reference("location", nasal ? Clinic.NASAL_ROOM : Clinic.INFUSION_ROOM)
                                .json())
                .reference("serviceProvider", Clinic.ORGANIZATION));
    }

    private String infusion(int number, int inCourse, String visit, LocalDateTime start, int minutes) {
        boolean stopped = scenario.events().stopped().containsKey(number);
        Body procedure = Body.resource("Procedure", scenario.patientId() + "-infusion-" + number, "infusion-procedure")
                .list("extension", extension("infusion-number", "valuePositiveInt", number(inCourse)))
                .references("basedOn", course)
                .text("status", stopped ? "stopped" : "completed");
        if (stopped) {
            procedure.put("statusReason", note(reason(number)));
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

    private String reason(int number) {
        if (scenario.events().peaks().containsKey(number)) {
            return "Blood pressure above 180/110";
        }
        Effect effect =
                scenario.events().effects().getOrDefault(number, List.of()).getFirst();
        return effect.severity() + " " + effect.event();
    }

    /** The drug itself, as it is ordered and given. */
    static JsonObject drug(Agent agent) {
        return concept(Body.RXNORM, agent == Agent.ESKETAMINE ? "2201625" : "6130");
    }

    private void adverseEvent(String id, String visit, String administration, LocalDateTime start, Effect effect) {
        Integer until = effect.until();
        Body record = Body.resource("AdverseEvent", scenario.patientId() + "-" + id, "infusion-adverse-event");
        if (until != null) {
            Json over = Json.of(utc(start.plusMinutes(until)));
            record.list("extension", extension("resolved-at", "valueDateTime", over));
        }
        entries.put(record.text("actuality", "actual")
                .put("event", event(effect.event()))
                .reference("subject", patient)
                .reference("encounter", visit)
                .text("date", utc(start.plusMinutes(effect.from())))
                .put("seriousness", concept(Body.HL7 + "adverse-event-seriousness", "Non-serious"))
                .put("severity", concept(Body.HL7 + "adverse-event-severity", effect.severity()))
                .put("outcome", concept(Body.HL7 + "adverse-event-outcome", until == null ? "ongoing" : "resolved"))
                .list(
                        "suspectEntity",
                        new Body().put("instance", reference(administration)).json()));
    }

    private static JsonObject event(String name) {
        return switch (name) {
            case "nausea" -> concept(Body.SNOMED, "422587007");
            case "vomiting" -> concept(Body.SNOMED, "422400008");
            case "dizziness" -> concept(Body.SNOMED, "404640003");
            case "drowsy" -> concept(Body.SNOMED, "271782001");
            case "headache" -> concept(Body.SNOMED, "25064002");
            case "anxiety" -> concept(Body.SNOMED, "48694002");
            case "low-oxygen" -> concept(Body.SNOMED, "389087006").with("text", Json.of("Low oxygen saturation"));
            case "blood-pressure" -> concept(Body.SNOMED, "24184005");
            case "dissociation", "perceptual-disturbance" -> concept(Body.LOCAL, name);
            default -> throw new IllegalArgumentException("no code for " + name);
        };
    }
}
