package org.dripline.laws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;

/** What R4 asks of single elements beyond their type: required codes, and invariants between neighbours. */
final class ElementRules {
    /** Not generated: rules tie them to each other, or nobody but the server sets them. */
    private static final Set<String> AVOIDED = Set.of(
            "Questionnaire.item",
            "QuestionnaireResponse.item",
            "RelatedArtifact.resource",
            "Bundle.total",
            "Bundle.entry.search",
            "Bundle.entry.request",
            "Bundle.entry.response",
            "CareTeam.participant.onBehalfOf");

    private static final Set<String> WANTED = Set.of(
            "Observation.component",
            "Observation.component.value",
            "CarePlan.activity",
            "CarePlan.activity.detail",
            "CarePlan.activity.detail.code",
            "CarePlan.activity.detail.scheduled",
            "Bundle.entry",
            "Bundle.entry.resource",
            "Patient.name",
            "Practitioner.name",
            "HumanName.family",
            "HumanName.given",
            "Address.city",
            "Address.postalCode",
            "ContactPoint.value");

    /** Elements bound to a set of codes that HAPI has no enum for. */
    private static final Map<String, List<String>> CODES = Map.of(
            "Questionnaire.subjectType", List.of("Patient", "Practitioner"),
            "Binary.contentType", List.of("text/plain", "application/pdf"),
            "Signature.targetFormat", List.of("application/fhir+json"),
            "Signature.sigFormat", List.of("application/jose"));

    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
    private static final Map<String, List<String>> CONCEPTS = Map.of(
            "AllergyIntolerance.clinicalStatus",
                    List.of(TERMINOLOGY + "allergyintolerance-clinical", "active", "resolved"),
            "AllergyIntolerance.verificationStatus",
                    List.of(TERMINOLOGY + "allergyintolerance-verification", "confirmed", "refuted"),
            "Consent.scope", List.of(TERMINOLOGY + "consentscope", "treatment", "research"),
            "AdverseEvent.outcome", List.of(TERMINOLOGY + "adverse-event-outcome", "resolved", "ongoing"),
            "AdverseEvent.severity", List.of(TERMINOLOGY + "adverse-event-severity", "mild", "moderate", "severe"),
            "Condition.clinicalStatus", List.of(TERMINOLOGY + "condition-clinical", "active", "resolved"),
            "Condition.verificationStatus", List.of(TERMINOLOGY + "condition-ver-status", "confirmed", "refuted"));

    private final Chance chance;

    ElementRules(Chance chance) {
        this.chance = chance;
    }

    boolean avoids(String path) {
        return AVOIDED.contains(path) || path.endsWith(".implicitRules") || path.endsWith(".modifierExtension");
    }

    /** Whether an element that searches look at is generated more often than others. */
    boolean wants(String path) {
        return WANTED.contains(path) && !chance.oneIn(3);
    }

    boolean hasCode(String path) {
        return CODES.containsKey(path) || path.endsWith(".language");
    }

    Json code(String path) {
        return Json.of(chance.one(CODES.getOrDefault(path, List.of("en", "de-CH", "ar"))));
    }

    boolean hasConcept(String path) {
        return CONCEPTS.containsKey(path);
    }

    JsonObject concept(String path) {
        List<String> codes = CONCEPTS.getOrDefault(path, List.of());
        JsonObject coding = new Draft()
                .put("system", codes.getFirst())
                .put("code", chance.one(codes.subList(1, codes.size())))
                .object();
        JsonObject local = new Draft()
                .put("system", "http://local.example/codes")
                .put("code", "L")
                .object();
        return new Draft()
                .list("coding", chance.one(List.of(List.of(coding), List.of(local, coding), List.of(coding, local))))
                .object();
    }

    /** Mends a finished element so that the invariants of its type hold. */
    void mend(String path, Draft element) {
        switch (path) {
            case "Observation" -> mendObservation(element);
            case "Observation.referenceRange", "Observation.component.referenceRange" ->
                putIfAbsent(element, "text", "normal");
            case "Observation.component" -> {
                if (element.hasChoice("value")) {
                    element.remove("dataAbsentReason");
                }
            }
            case "Patient.contact" ->
                putIfAbsent(element, "name", new Draft().put("family", "X").object());
            case "Organization" -> {
                putIfAbsent(element, "name", "Clinic");
                element.replaceItems("telecom", ElementRules::atWork).replaceItems("address", ElementRules::atWork);
            }
            case "Condition" -> mendCondition(element);
            case "AllergyIntolerance" ->
                putIfAbsent(element, "clinicalStatus", concept("AllergyIntolerance.clinicalStatus"));
            case "Bundle" -> mendBundle(element);
            case "Bundle.entry" -> {
                element.remove("fullUrl");
                putIfAbsent(
                        element,
                        "resource",
                        new Draft()
                                .put("resourceType", "Patient")
                                .put("gender", "other")
                                .object());
            }
            case "Composition.section", "Composition.section.section" -> mendSection(element);
            case "Consent" -> {
                putIfAbsent(
                        element,
                        "patient",
                        new Draft().put("display", "Somebody").object());
                if (!element.has("policy")) {
                    putIfAbsent(
                            element,
                            "policyRule",
                            new Draft().put("text", "off label").object());
                }
            }
            case "Goal.target" -> {
                if (element.hasChoice("detail")) {
                    putIfAbsent(
                            element, "measure", new Draft().put("text", "score").object());
                }
            }
            case "Group" -> {
                element.remove("actual").put("actual", new Json.Bool(true));
            }
            case "List" -> {
                element.remove("mode", "emptyReason").put("mode", "working");
                if (!element.has("entry")) {
                    element.put(
                            "emptyReason",
                            new Draft().put("text", "nothing known").object());
                }
            }
            case "List.entry" -> element.remove("deleted");
            case "ServiceRequest" -> {
                if (!element.has("code")) {
                    element.remove("orderDetail");
                }
            }
            case "Task" -> {
                if (element.has("authoredOn")) {
                    element.remove("lastModified");
                }
            }
            case "CarePlan.activity" -> {
                if (element.has("reference")) {
                    element.remove("detail");
                }
            }
            case "Condition.stage" ->
                putIfAbsent(element, "summary", new Draft().put("text", "II").object());
            case "Condition.evidence" -> {
                if (!element.has("code") && !element.has("detail")) {
                    element.list("code", List.of(new Draft().put("text", "scan").object()));
                }
            }
            case "ContactPoint" -> putIfAbsent(element, "system", chance.one(List.of("phone", "email")));
            case "MedicationAdministration.dosage" ->
                putIfAbsent(element, "dose", new Draft().number("value", "0.50").object());
            default -> {}
        }
    }

    /** A collection has the fewest rules about its entries: each resource has a URL of its own. */
    private static void mendBundle(Draft bundle) {
        AtomicInteger number = new AtomicInteger();
        bundle.remove("type").put("type", "collection").replaceItems("entry", item -> {
            JsonObject entry = (JsonObject) item;
            JsonObject resource = entry.object("resource").orElseThrow();
            String id = "e" + number.incrementAndGet();
            String url = "https://other.example/fhir/" + resource.resourceType() + "/" + id;
            return entry.with("fullUrl", Json.of(url)).with("resource", resource.with("id", Json.of(id)));
        });
    }

    /** cmp-1 and cmp-2: a section says something, or why it does not. */
    private static void mendSection(Draft section) {
        if (section.has("entry")) {
            section.remove("emptyReason");
        }
        if (!section.has("text") && !section.has("entry") && !section.has("section")) {
            section.list(
                    "entry", List.of(new Draft().put("display", "a finding").object()));
            section.remove("emptyReason");
        }
    }

    /** obs-6: no reason for absence beside a value; obs-7: no value beside a component of the same code. */
    private static void mendObservation(Draft observation) {
        if (observation.hasChoice("value")) {
            observation.remove("dataAbsentReason", "component");
        }
    }

    /** con-4: what has abated is not active. */
    private static void mendCondition(Draft condition) {
        if (condition.hasChoice("abatement")) {
            JsonObject resolved = new Draft()
                    .put("system", TERMINOLOGY + "condition-clinical")
                    .put("code", "resolved")
                    .object();
            condition.remove("clinicalStatus");
            condition.put(
                    "clinicalStatus",
                    new Draft().list("coding", List.of(resolved)).object());
        }
    }

    /** org-2 and org-3: an organization has no home. */
    private static Json atWork(Json contact) {
        return contact instanceof JsonObject object && object.text("use").equals(Optional.of("home"))
                ? object.with("use", Json.of("work"))
                : contact;
    }

    private static void putIfAbsent(Draft element, String name, Json value) {
        if (!element.has(name)) {
            element.put(name, value);
        }
    }

    private static void putIfAbsent(Draft element, String name, String text) {
        putIfAbsent(element, name, Json.of(text));
    }
}
