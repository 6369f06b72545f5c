package org.dripline.demo;

import static org.dripline.demo.Body.concept;
import static org.dripline.demo.Body.extension;
import static org.dripline.demo.Body.quantity;
import static org.dripline.demo.Body.utc;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;

/** Writes the scales: the answers where item text is free, the total, and the flag that thoughts of death raise. */
final class ScaleRecord {
    /** LOINC codes of the items in the order of the form; the last of the PHQ-9 asks for thoughts of death. */
    private static final Map<String, List<String>> ITEMS = Map.of(
            "phq9",
            List.of("44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", "44260-8"),
            "gad7",
            List.of("69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7"));

    private static final Map<String, String> QUESTIONNAIRES = Map.of("phq9", "phq-9", "gad7", "gad-7");
    private static final int WEEK = 7;
    private static final List<String> POINTS = List.of("LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9");

    private final Scenario scenario;
    private final LocalDate start;
    private final String patient;
    private final List<CourseRecord> courses;
    private final Transaction entries;

    ScaleRecord(Scenario scenario, LocalDate start, String patient, List<CourseRecord> courses, Transaction entries) {
        this.scenario = scenario;
        this.start = start;
        this.patient = patient;
        this.courses = courses;
        this.entries = entries;
    }

    void write(String instrument, int number, int day, int total) {
        LocalDateTime at = at(day);
        String id = scenario.patientId() + "-" + instrument + "-" + number;
        JsonObject timepoint =
                extension("assessment-timepoint-ext", "valueCodeableConcept", concept(Body.LOCAL, timepoint(day)));
        Scenario.Thought thought = scenario.thoughts().get(day);
        if (instrument.equals("phq9") && thought != null) {
            flag(id, at, thought);
        }
        Body score = score(instrument, id + "-total", utc(at), total, timepoint);
        Optional<String> course = course(day).filter(CourseRecord::isWritten).map(CourseRecord::reference);
        course.ifPresent(reference -> score.references("basedOn", reference));
        if (ITEMS.containsKey(instrument)) {
            List<Integer> points = points(
                    ITEMS.getOrDefault(instrument, List.of()).size(),
                    total,
                    instrument.equals("phq9") && thought != null ? thought.points() : 0);
            Body response = response(instrument, id, utc(at), total, points).list("extension", timepoint);
            course.ifPresent(reference -> response.references("basedOn", reference));
            score.references("derivedFrom", entries.put(response));
        }
        entries.put(score);
    }

    /** Before the drug of that day; on the day after a session, 24 hours and a half after its drug. */
    private LocalDateTime at(int day) {
        return afterInfusion(day)
                ? VisitHours.drug(scenario, start, day - 1).plusHours(24).plusMinutes(30)
                : VisitHours.drug(scenario, start, day).minusMinutes(30);
    }

    /** The last course that had begun, or is to begin within a week. */
    private Optional<CourseRecord> course(int day) {
        return courses.stream()
                .filter(course -> course.firstDay() - WEEK <= day)
                .reduce((first, later) -> later);
    }

    private Body response(String instrument, String id, String at, int total, List<Integer> points) {
        List<String> items = ITEMS.getOrDefault(instrument, List.of());
        Json[] answered = new Json[items.size() + 1];
        for (int i = 0; i < items.size(); i++) {
            answered[i] = item(items.get(i), "valueCoding", Body.coding(Body.LOINC, POINTS.get(points.get(i))));
        }
        answered[items.size()] = item(code(instrument), "valueDecimal", Body.number(total));
        return Body.resource("QuestionnaireResponse", id, "mood-questionnaire-response")
                .text("questionnaire", Body.CANONICAL + "Questionnaire/" + QUESTIONNAIRES.get(instrument))
                .text("status", "completed")
                .reference("subject", patient)
                .text("authored", at)
                .reference("source", patient)
                .list("item", answered);
    }

    private static JsonObject item(String code, String choice, Json value) {
        return new Body()
                .text("linkId", "/" + code)
                .list("answer", new Body().put(choice, value).json())
                .json();
    }

    private Body score(String instrument, String id, String at, int total, JsonObject timepoint) {
        boolean loinc = ITEMS.containsKey(instrument);
        return Body.resource("Observation", id, "depression-score")
                .list("extension", timepoint)
                .text("status", "final")
                .list("category", concept(Body.HL7 + "observation-category", "survey"))
                .put("code", concept(loinc ? Body.LOINC : Body.LOCAL, code(instrument)))
                .reference("subject", patient)
                .text("effectiveDateTime", at)
                .put("valueQuantity", quantity(Integer.toString(total), "{score}"));
    }

    /** Taken back on the same day by whoever spoke with the patient, unless nobody has yet. */
    private void flag(String response, LocalDateTime at, Scenario.Thought thought) {
        Body flag = Body.resource("Flag", response + "-flag", "safety-flag")
                .text("status", thought.open() ? "active" : "inactive")
                .list("category", concept(Body.HL7 + "flag-category", "safety"))
                .put("code", concept(Body.ELIGIBILITY, "suicidality"))
                .reference("subject", patient);
        Body period = new Body().text("start", utc(at));
        if (!thought.open()) {
            String seen = utc(at.plusMinutes(20));
            period.text("end", seen);
            JsonObject review = new Body()
                    .put("authorReference", Body.reference(Clinic.PHYSICIAN))
                    .text("time", seen)
                    .text("text", "Spoken with: no plan, no intent. Crisis numbers given.")
                    .json();
            flag.list("extension", extension("review", "valueAnnotation", review));
        }
        entries.put(flag.put("period", period.json()));
    }

    private static String code(String instrument) {
        return switch (instrument) {
            case "phq9" -> "44261-6";
            case "gad7" -> "70274-6";
            case "madrs" -> "madrs-total";
            default -> throw new IllegalArgumentException("no code for " + instrument);
        };
    }

    /** Points of each item, alike and the first ones higher; the last has {@code last}, or what the others cannot hold. */
    static List<Integer> points(int items, int total, int last) {
        int lastPoints = Math.max(last, total - 3 * (items - 1));
        int rest = total - lastPoints;
        Integer[] points = new Integer[items];
        for (int i = 0; i < items - 1; i++) {
            points[i] = rest / (items - 1) + (i < rest % (items - 1) ? 1 : 0);
        }
        points[items - 1] = lastPoints;
        return List.of(points);
    }

    private boolean afterInfusion(int day) {
        List<Integer> days = scenario.plan().days();
        return !days.contains(day) && days.contains(day - 1);
    }

    /** Where in the course the scale was taken: on the day of a session it was taken before the drug. */
    private String timepoint(int day) {
        List<Integer> sessions = scenario.plan().days();
        Optional<CourseRecord> course = course(day);
        boolean maintained = course.map(CourseRecord::phase).equals(Optional.of("maintenance"));
        if (!maintained && course.map(CourseRecord::firstDay).orElse(day) >= day) {
            return "baseline";
        }
        if (sessions.contains(day)) {
            return "pre-infusion";
        }
        if (afterInfusion(day)) {
            return "post-24h";
        }
        if (sessions.contains(day - WEEK)) {
            return "post-7d";
        }
        return maintained ? "maintenance" : "follow-up";
    }
}
