package org.dripline.demo;

import static org.dripline.demo.Body.concept;
import static org.dripline.demo.Body.extension;
import static org.dripline.demo.Body.quantity;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.jspecify.annotations.Nullable;

/** Writes the scales of a course: the answers where item text is free, and the total. */
final class ScaleRecord {
    /** LOINC codes of the items in the order of the form; the last of the PHQ-9 asks for thoughts of death. */
    private static final Map<String, List<String>> ITEMS = Map.of(
            "phq9",
            List.of("44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", "44260-8"),
            "gad7",
            List.of("69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7"));

    private static final Map<String, String> QUESTIONNAIRES = Map.of("phq9", "phq-9", "gad7", "gad-7");
    private static final List<String> POINTS = List.of("LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9");

    private final Scenario scenario;
    private final LocalDate start;
    private final String patient;
    private final String course;
    private final Transaction entries;

    ScaleRecord(Scenario scenario, LocalDate start, String patient, String course, Transaction entries) {
        this.scenario = scenario;
        this.start = start;
        this.patient = patient;
        this.course = course;
        this.entries = entries;
    }

    void write(String instrument, int number, int day, int total) {
        String at = SessionRecord.utc(start.plusDays(day).atTime(afterInfusion(day) ? 14 : 13, 30));
        String id = scenario.patientId() + "-" + instrument + "-" + number;
        JsonObject timepoint =
                extension("assessment-timepoint-ext", "valueCodeableConcept", concept(Body.LOCAL, timepoint(day)));
        String response = ITEMS.containsKey(instrument) ? response(instrument, id, at, total, timepoint) : null;
        score(instrument, id + "-total", at, total, timepoint, response);
    }

    private String response(String instrument, String id, String at, int total, JsonObject timepoint) {
        List<String> items = ITEMS.getOrDefault(instrument, List.of());
        List<Integer> points = points(items.size(), total);
        Json[] answered = new Json[items.size() + 1];
        for (int i = 0; i < items.size(); i++) {
            answered[i] = item(items.get(i), "valueCoding", Body.coding(Body.LOINC, POINTS.get(points.get(i))));
        }
        answered[items.size()] = item(code(instrument), "valueDecimal", Body.number(total));
        return entries.put(Body.resource("QuestionnaireResponse", id, "mood-questionnaire-response")
                .list("extension", timepoint)
                .references("basedOn", course)
                .text("questionnaire", Body.CANONICAL + "Questionnaire/" + QUESTIONNAIRES.get(instrument))
                .text("status", "completed")
                .reference("subject", patient)
                .text("authored", at)
                .reference("source", patient)
                .list("item", answered));
    }

    private static JsonObject item(String code, String choice, Json value) {
        return new Body()
                .text("linkId", "/" + code)
                .list("answer", new Body().put(choice, value).json())
                .json();
    }

    private void score(
            String instrument, String id, String at, int total, JsonObject timepoint, @Nullable String response) {
        boolean loinc = ITEMS.containsKey(instrument);
        Body score = Body.resource("Observation", id, "depression-score")
                .list("extension", timepoint)
                .references("basedOn", course)
                .text("status", "final")
                .list("category", concept(Body.HL7 + "observation-category", "survey"))
                .put("code", concept(loinc ? Body.LOINC : Body.LOCAL, code(instrument)))
                .reference("subject", patient)
                .text("effectiveDateTime", at)
                .put("valueQuantity", quantity(Integer.toString(total), "{score}"));
        if (response != null) {
            score.references("derivedFrom", response);
        }
        entries.put(score);
    }

    private static String code(String instrument) {
        return switch (instrument) {
            case "phq9" -> "44261-6";
            case "gad7" -> "70274-6";
            case "madrs" -> "madrs-total";
            default -> throw new IllegalArgumentException("no code for " + instrument);
        };
    }

    /** Points of each item, alike and the first ones higher; the last item gets only what the others cannot hold. */
    static List<Integer> points(int items, int total) {
        int last = Math.max(0, total - 3 * (items - 1));
        int rest = total - last;
        Integer[] points = new Integer[items];
        for (int i = 0; i < items - 1; i++) {
            points[i] = rest / (items - 1) + (i < rest % (items - 1) ? 1 : 0);
        }
        points[items - 1] = last;
        return List.of(points);
    }

    private boolean afterInfusion(int day) {
        return !scenario.sessionDays().contains(day) && scenario.sessionDays().contains(day - 1);
    }

    /** Where in the course the scale was taken: on the day of a session it was taken before the drug. */
    private String timepoint(int day) {
        List<Integer> sessions = scenario.sessionDays();
        if (day <= sessions.getFirst()) {
            return "baseline";
        }
        if (sessions.contains(day)) {
            return "pre-infusion";
        }
        if (afterInfusion(day)) {
            return "post-24h";
        }
        return sessions.contains(day - 7) ? "post-7d" : "follow-up";
    }
}
