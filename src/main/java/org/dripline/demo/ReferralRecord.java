package org.dripline.demo;

import static org.dripline.demo.Body.concept;
import static org.dripline.demo.Body.extension;
import static org.dripline.demo.Body.note;
import static org.dripline.demo.Body.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.dripline.demo.Scenario.Agent;
import org.dripline.demo.Scenario.Background;
import org.dripline.demo.Scenario.Trial;
import org.dripline.document.Json;

/** Writes what comes before a course: earlier treatments, referral, assessment and consent. */
final class ReferralRecord {
    /** The day on which the referral was written. */
    static final int REFERRED = -28;

    private static final int ASSESSED = -14;
    private static final int CONSENTED = -7;
    private static final int PAUSE_DAYS = 14;
    private static final List<String> CRITERIA =
            List.of("uncontrolled-hypertension", "psychosis", "mania", "substance-use");

    private final Scenario scenario;
    private final LocalDate start;
    private final IntPredicate happened;
    private final String patient;
    private final String diagnosis;
    private final Transaction entries;

    ReferralRecord(
            Scenario scenario,
            LocalDate start,
            IntPredicate happened,
            String patient,
            String diagnosis,
            Transaction entries) {
        this.scenario = scenario;
        this.start = start;
        this.happened = happened;
        this.patient = patient;
        this.diagnosis = diagnosis;
        this.entries = entries;
    }

    /** References to what supports a course, the referral first. */
    List<String> write() {
        List<String> support = new ArrayList<>();
        support.add(referral(trials()));
        Background background = scenario.background();
        if (isAssessed()) {
            support.add(assessment());
        }
        if (!background.consent().equals("none") && happened.test(CONSENTED)) {
            support.add(consent());
        }
        return support;
    }

    private boolean isAssessed() {
        return !scenario.background().decision().equals("none") && happened.test(ASSESSED);
    }

    /** One after the other, the last one over six weeks before the referral. */
    private List<String> trials() {
        List<Trial> trials = scenario.background().trials();
        List<String> references = new ArrayList<>();
        LocalDate end = start.plusDays(REFERRED - 42);
        for (int i = trials.size(); i > 0; i--) {
            Trial trial = trials.get(i - 1);
            LocalDate begin = end.minusWeeks(trial.weeks());
            references.addFirst(trial(i, trial, begin, end));
            end = begin.minusDays(PAUSE_DAYS);
        }
        return references;
    }

    private String trial(int number, Trial trial, LocalDate begin, LocalDate end) {
        return entries.put(Body.resource(
                        "MedicationStatement", scenario.patientId() + "-trial-" + number, "antidepressant-trial")
                .list(
                        "extension",
                        extension("trial-adequate", "valueBoolean", new Json.Bool(trial.adequate())),
                        extension("trial-outcome", "valueCodeableConcept", concept(Body.ELIGIBILITY, trial.outcome())))
                .text("status", "completed")
                .put("medicationCodeableConcept", note(trial.agent()))
                .reference("subject", patient)
                .put("effectivePeriod", Body.period(begin.toString(), end.toString()))
                .references("reasonReference", diagnosis)
                .list("dosage", note(trial.mgPerDay() + " mg a day")));
    }

    private String referral(List<String> trials) {
        return entries.put(Body.resource(
                        "ServiceRequest", scenario.patientId() + "-referral", "referral-service-request")
                .list(
                        "identifier",
                        new Body()
                                .text("system", Body.CANONICAL + "referrals")
                                .text("value", "R-" + scenario.person().recordNumber())
                                .json())
                .text("status", isAssessed() ? "completed" : "active")
                .text("intent", "order")
                .text("priority", scenario.thoughts().isEmpty() ? "routine" : "urgent")
                .put("code", concept(Body.SNOMED, "183524004"))
                .reference("subject", patient)
                .text("authoredOn", start.plusDays(REFERRED).toString())
                .reference("requester", Clinic.REFERRER)
                .references("reasonReference", diagnosis)
                .list("supportingInfo", trials.stream().map(Body::reference).toArray(Json[]::new)));
    }

    private String assessment() {
        Background background = scenario.background();
        List<Json> components = new ArrayList<>();
        components.add(criterion("treatment-resistant", background.adequateTrials() >= 2));
        CRITERIA.forEach(code -> components.add(criterion(code, Objects.equals(code, background.criterion()))));
        return entries.put(Body.resource("Observation", scenario.patientId() + "-eligibility", "eligibility-assessment")
                .text("status", "final")
                .put("code", concept(Body.LOCAL, "eligibility"))
                .reference("subject", patient)
                .text("effectiveDateTime", start.plusDays(ASSESSED) + "T10:00:00Z")
                .references("performer", Clinic.PHYSICIAN)
                .put("valueCodeableConcept", concept(Body.ELIGIBILITY, background.decision()))
                .list("component", components.toArray(Json[]::new)));
    }

    private static Json criterion(String code, boolean present) {
        return new Body()
                .put("code", concept(Body.ELIGIBILITY, code))
                .put("valueBoolean", new Json.Bool(present))
                .json();
    }

    private String consent() {
        String decision = scenario.background().consent();
        boolean nasal = scenario.plan().agent() == Agent.ESKETAMINE;
        return entries.put(Body.resource("Consent", scenario.patientId() + "-consent", "treatment-consent")
                .list("extension", extension("off-label", "valueBoolean", new Json.Bool(!nasal)))
                .text("status", decision.equals("withdrawn") ? "inactive" : "active")
                .put("scope", concept(Body.HL7 + "consentscope", "treatment"))
                .list("category", concept(Body.LOINC, "59284-0"))
                .reference("patient", patient)
                .text("dateTime", start.plusDays(CONSENTED) + "T09:30:00Z")
                .list("performer", reference(patient))
                .references("organization", Clinic.ORGANIZATION)
                .list(
                        "policy",
                        new Body()
                                .text(
                                        "uri",
                                        Body.CANONICAL + "forms/" + (nasal ? "esketamine/2" : "off-label-ketamine/3"))
                                .json())
                .put(
                        "provision",
                        new Body()
                                .text("type", decision.equals("deny") ? "deny" : "permit")
                                .json()));
    }
}
