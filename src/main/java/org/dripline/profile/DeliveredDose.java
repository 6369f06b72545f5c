package org.dripline.profile;

import java.util.Optional;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;

/**
 * The dose, dosing weight and dose per kilogram that one administration states. Doubles: a number with a huge exponent
 * must cost nothing here.
 *
 * @param doseMg what was given
 * @param weightKg the weight it was computed from
 * @param perKg the stated quotient, in mg/kg
 * @param roundingMgPerKg half a unit of the last digit in which {@code perKg} was written
 */
record DeliveredDose(double doseMg, double weightKg, double perKg, double roundingMgPerKg) {
    /** One kilogram is 2.2046 lb; doses are rounded, so a band around it. */
    private static final double LOWEST_POUND_FACTOR = 2.0;

    private static final double HIGHEST_POUND_FACTOR = 2.42;

    /** Empty when one of the three is not stated. Units are not looked at: the invariant has done so. */
    static Optional<DeliveredDose> of(JsonObject administration) {
        return administration.object("dosage").flatMap(dosage -> {
            Optional<Json.Numeral> dose = dosage.object("dose").flatMap(DeliveredDose::value);
            Optional<Json.Numeral> weight = extension(dosage, "dosing-weight");
            Optional<Json.Numeral> perKg = extension(dosage, "dose-per-kg");
            return dose.isEmpty() || weight.isEmpty() || perKg.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new DeliveredDose(
                            number(dose.get()), number(weight.get()), number(perKg.get()), rounding(perKg.get())));
        });
    }

    /** Whether the three differ by about the factor between pounds and kilograms, either way. */
    boolean looksLikePounds() {
        double factor = perKg * weightKg / doseMg;
        double above = Math.max(factor, 1 / factor);
        return above >= LOWEST_POUND_FACTOR && above <= HIGHEST_POUND_FACTOR;
    }

    /**
     * Whether {@code perKg} is the quotient, rounded to the digits it was written in: 0.5 says 0.45 to 0.55. FHIRPath
     * cannot see digits, so the published invariant is narrower.
     */
    boolean agreesAsWritten() {
        return Math.abs(doseMg / weightKg - perKg) <= roundingMgPerKg;
    }

    private static Optional<Json.Numeral> extension(JsonObject dosage, String id) {
        String url = ProfileArtefacts.CANONICAL + "StructureDefinition/" + id;
        for (Json item : dosage.items("extension")) {
            if (item instanceof JsonObject extension
                    && url.equals(extension.text("url").orElse(""))) {
                return extension.object("valueQuantity").flatMap(DeliveredDose::value);
            }
        }
        return Optional.empty();
    }

    private static Optional<Json.Numeral> value(JsonObject quantity) {
        return quantity.get("value") instanceof Json.Numeral numeral ? Optional.of(numeral) : Optional.empty();
    }

    private static double number(Json.Numeral numeral) {
        return Double.parseDouble(numeral.text());
    }

    /** Nothing for numbers written with an exponent: nobody writes a dose so. */
    private static double rounding(Json.Numeral numeral) {
        String text = numeral.text();
        if (!text.matches("-?\\d+(\\.\\d+)?")) {
            return 0;
        }
        int point = text.indexOf('.');
        int decimals = point < 0 ? 0 : text.length() - point - 1;
        // A little more than half, for what doubles lose.
        return 0.5000001 * Math.pow(10, -decimals);
    }
}
