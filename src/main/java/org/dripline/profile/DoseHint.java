package org.dripline.profile;

import java.util.Optional;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.outcome.Issue;

/** Recognises the commonest reason for a dose that contradicts the weight: pounds written where kilograms are meant. */
final class DoseHint {
    /** One kilogram is 2.2046 lb; doses are rounded, so a band around it, on either side. */
    private static final double LOWEST_FACTOR = 2.0;

    private static final double HIGHEST_FACTOR = 2.42;

    private DoseHint() {}

    static Issue explain(Issue issue, JsonObject administration) {
        Optional<JsonObject> dosage = administration.object("dosage");
        Optional<Double> dose = dosage.flatMap(each -> each.object("dose")).flatMap(DoseHint::value);
        Optional<Double> weight = dosage.flatMap(each -> extension(each, "dosing-weight"));
        Optional<Double> perKg = dosage.flatMap(each -> extension(each, "dose-per-kg"));
        if (dose.isEmpty() || weight.isEmpty() || perKg.isEmpty()) {
            return issue;
        }
        double factor = perKg.get() * weight.get() / dose.get();
        double above = Math.max(factor, 1 / factor);
        if (above < LOWEST_FACTOR || above > HIGHEST_FACTOR) {
            return issue;
        }
        return new Issue(
                issue.severity(),
                issue.code(),
                issue.rule(),
                "They differ by a factor near 2.2: pounds taken for kilograms? " + issue.text(),
                issue.expression(),
                issue.place());
    }

    private static Optional<Double> extension(JsonObject dosage, String id) {
        String url = ProfileArtefacts.CANONICAL + "StructureDefinition/" + id;
        for (Json item : dosage.items("extension")) {
            if (item instanceof JsonObject extension
                    && url.equals(extension.text("url").orElse(""))) {
                return extension.object("valueQuantity").flatMap(DoseHint::value);
            }
        }
        return Optional.empty();
    }

    /** As a double: a number with a huge exponent must cost nothing here. */
    private static Optional<Double> value(JsonObject quantity) {
        return quantity.get("value") instanceof Json.Numeral numeral
                ? Optional.of(Double.valueOf(numeral.text()))
                : Optional.empty();
    }
}
