package org.dripline.operation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.treatment.CourseSummary;
import org.dripline.treatment.Point;
import org.dripline.treatment.Point.Outcome;
import org.dripline.treatment.ScaleCourse;

/** How the patient responded by each scale, as an Observation of our profile treatment-response. */
final class ResponseObservations {
    private ResponseObservations() {}

    /** Of each scale that can be judged by scores that claim our profile, since they must be held to it. */
    static List<JsonObject> of(CourseSummary summary, Records records) {
        List<JsonObject> found = new ArrayList<>();
        for (ScaleCourse scale : summary.scales()) {
            Optional<Point> baseline = scale.baseline().filter(point -> isScore(point, records));
            Optional<Point> last = scale.last().filter(point -> isScore(point, records));
            if (baseline.isPresent() && last.isPresent()) {
                found.add(observation(summary, scale, baseline.get(), last.get()));
            }
        }
        return found;
    }

    private static boolean isScore(Point point, Records records) {
        return records.claims(point.record().reference(), "depression-score");
    }

    private static JsonObject observation(CourseSummary summary, ScaleCourse scale, Point baseline, Point last) {
        String name = scale.scale().name();
        String id = Ids.of(
                "response", summary.course().record().reference(), scale.scale().instrument());
        BigDecimal percent = last.percentChange().found().orElseThrow();
        String definition = scale.responseText() + "; "
                + scale.remission().work().cutOff() + "; cut-offs version " + summary.configuration();
        return Part.resource("Observation", id)
                .put("meta", new Part().list("profile", List.of(Json.of(Codes.PROFILE + "treatment-response"))))
                .put(
                        "text",
                        Narrative.of(name + " " + baseline.total().toPlainString() + " to "
                                        + last.total().toPlainString() + ", " + percent.toPlainString() + " %: "
                                        + category(last).replace('-', ' ') + ".")
                                .part())
                .text("status", "final")
                .put("code", Part.concept(Codes.LOCAL, "treatment-response"))
                .reference("subject", "Patient/" + summary.course().patientId())
                .text(
                        "effectiveDateTime",
                        last.at().map(Object::toString).orElse(last.day().toString()))
                .list(
                        "basedOn",
                        List.of(Part.referenceTo(summary.course().record().reference())))
                .put("valueCodeableConcept", Part.concept(Codes.LOCAL, category(last)))
                .put("method", new Part().text("text", definition))
                .list(
                        "derivedFrom",
                        List.of(
                                Part.referenceTo(baseline.record().versioned()),
                                Part.referenceTo(last.record().versioned())))
                .list(
                        "component",
                        component("baseline-score", baseline.total(), "{score}"),
                        component("current-score", last.total(), "{score}"),
                        component("percent-change", percent, "%"))
                .json();
    }

    private static Part component(String code, BigDecimal value, String unit) {
        return new Part()
                .put("code", Part.concept(Codes.LOCAL, code))
                .put("valueQuantity", Part.quantity(value.toPlainString(), unit));
    }

    /** Remission outranks response: the profile has one value for both. */
    private static String category(Point point) {
        if (point.remission().orElse(false) && point.outcome() == Outcome.RESPONSE) {
            return "remission";
        }
        return switch (point.outcome()) {
            case RESPONSE -> "response";
            case PARTIAL -> "partial-response";
            case NONE, NOT_JUDGED -> "no-response";
        };
    }
}
