package org.dripline.laws;

import java.util.List;
import org.dripline.document.JsonObject;

/** Quantities in several units, some of which are the same amount, and ranges of them with open ends. */
final class GeneratedQuantities {
    private static final String UCUM = "http://unitsofmeasure.org";

    private static final List<String> VALUES =
            List.of("5.4", "0.0054", "5400", "5.40", "5.44", "37.20", "99.5", "100", "100.0", "0", "-3");
    private static final List<String> UNITS =
            List.of("mg", "mg", "g", "kg", "ug", "mg/kg", "mL", "L", "mm[Hg]", "/min", "Cel", "%");
    private static final List<List<String>> TIMES = List.of(
            List.of("90", "min"), List.of("1.5", "h"), List.of("5400", "s"), List.of("0.0625", "d"), List.of("2", "h"));
    private static final List<List<String>> AGES =
            List.of(List.of("1.50", "a"), List.of("18", "a"), List.of("18", "mo"), List.of("64.5", "a"));
    private static final List<List<String>> RANGES = List.of(
            List.of("0.10", "0.50", "mg"),
            List.of("4.6", "5.4", "g"),
            List.of("5", "6", "mg"),
            List.of("18", "65", "a"));

    private final Chance chance;
    private final GeneratedPrimitives primitives;

    GeneratedQuantities(Chance chance, GeneratedPrimitives primitives) {
        this.chance = chance;
        this.primitives = primitives;
    }

    JsonObject quantity() {
        Draft quantity = chance.oneIn(3)
                ? new Draft().put("value", primitives.value("decimal"))
                : new Draft().number("value", chance.one(VALUES));
        return switch (chance.below(8)) {
            case 0 -> quantity.object();
            case 1 ->
                quantity.put("unit", "puffs")
                        .put("_unit", GeneratedExtensions.translated())
                        .object();
            case 2 ->
                new Draft()
                        .put("_value", GeneratedExtensions.absent())
                        .put("unit", "mg")
                        .object();
            case 3 -> quantity.put("unit", "mg").object();
            case 4 ->
                quantity.put("system", "https://codes.example/a")
                        .put("code", "mg")
                        .object();
            default -> {
                String unit = chance.one(UNITS);
                yield quantity.put("unit", unit.equals("ug") ? "\u00B5g" : unit)
                        .put("system", UCUM)
                        .put("code", unit)
                        .object();
            }
        };
    }

    JsonObject age() {
        List<String> age = chance.one(AGES);
        return unit(age.getLast(), age.getFirst());
    }

    JsonObject duration() {
        List<String> time = chance.one(TIMES);
        return unit(time.getLast(), time.getFirst());
    }

    JsonObject range() {
        List<String> range = chance.one(RANGES);
        Draft low = new Draft().put("low", unit(range.getLast(), range.getFirst()));
        JsonObject high = unit(range.getLast(), range.get(1));
        return switch (chance.below(5)) {
            case 0 -> low.object();
            case 1 -> new Draft().put("high", high).object();
            case 2 ->
                new Draft().put("low", new Draft().put("unit", "mg").object()).object();
            default -> low.put("high", high).object();
        };
    }

    static JsonObject unit(String code, String value) {
        return new Draft()
                .number("value", value)
                .put("unit", code)
                .put("system", UCUM)
                .put("code", code)
                .object();
    }
}
