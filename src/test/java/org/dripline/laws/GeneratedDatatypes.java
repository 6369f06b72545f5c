package org.dripline.laws;

import java.util.List;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.jspecify.annotations.Nullable;

/** Values of the complex types whose parts depend on each other, so that R4's invariants hold. */
final class GeneratedDatatypes {
    private static final List<String> SYSTEMS =
            List.of("https://codes.example/a", "https://codes.example/b", "urn:oid:2.16.840.1.113883.4.999");
    /** Codes of systems that the validator knows, so without a display that it would check. */
    private static final List<JsonObject> KNOWN = List.of(
            known("http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB"),
            known("http://terminology.hl7.org/CodeSystem/v3-ActCode", "IMP"),
            known("http://snomed.info/sct", "25064002"),
            known("http://snomed.info/sct", "422587007"),
            known("https://fhir.dripline.example/CodeSystem/ketamine-treatment", "pre"),
            known("https://fhir.dripline.example/CodeSystem/ketamine-treatment", "during"),
            known("http://unitsofmeasure.org", "mL"));

    private static final List<List<String>> PERIODS = List.of(
            List.of("2025", "2027"),
            List.of("2026-01", "2026-02-11"),
            List.of("2026-01-05", "2026-01-05"),
            List.of("2026-01-05T14:00:00Z", "2026-01-05T14:40:00.5Z"),
            List.of("2026-01-05T23:30:00-05:00", "2026-01-06T06:00:00+01:00"));
    private static final List<String> DIVS = List.of(
            "<div xmlns=\"http://www.w3.org/1999/xhtml\">a &lt; b &amp; é\uD83D\uDC89</div>",
            "<div xmlns=\"http://www.w3.org/1999/xhtml\" xml:lang=\"he\" lang=\"he\">"
                    + "<p class=\"x y\">\u05D0<br/> b\n  <b>c</b></p> </div>");

    private final Chance chance;
    private final GeneratedPrimitives primitives;
    private final GeneratedExtensions extensions;
    private final GeneratedQuantities quantities;

    GeneratedDatatypes(Chance chance, GeneratedPrimitives primitives, GeneratedExtensions extensions) {
        this.chance = chance;
        this.primitives = primitives;
        this.extensions = extensions;
        this.quantities = new GeneratedQuantities(chance, primitives);
    }

    private static JsonObject known(String system, String code) {
        return new Draft().put("system", system).put("code", code).object();
    }

    /** The value of a type that needs care, or null when its elements may be filled one by one. */
    @Nullable
    JsonObject special(String type) {
        return switch (type) {
            case "Extension" -> extensions.extension(true);
            case "Coding" -> coding();
            case "CodeableConcept" -> concept();
            case "Identifier" -> identifier();
            case "Period" -> period();
            case "Quantity", "SimpleQuantity" -> quantities.quantity();
            case "Age" -> quantities.age();
            case "Duration" -> quantities.duration();
            case "Distance" -> GeneratedQuantities.unit("km", "0.10");
            case "Count" -> GeneratedQuantities.unit("1", "3");
            case "Money" ->
                new Draft().number("value", "12.50").put("currency", "CHF").object();
            case "Range" -> quantities.range();
            case "Ratio" ->
                new Draft()
                        .put("numerator", quantities.quantity().with("comparator", Json.of("<=")))
                        .put("denominator", GeneratedQuantities.unit("h", "1.0"))
                        .object();
            case "SampledData" -> sampledData();
            case "Attachment" -> attachment();
            case "Timing" -> timing();
            case "Expression" ->
                new Draft()
                        .put("language", "text/fhirpath")
                        .put("expression", "a < 'b'")
                        .object();
            case "Meta" -> new Draft().list("tag", List.of(coding())).object();
            case "Narrative" -> narrative();
            case "UsageContext" -> usageContext();
            default -> null;
        };
    }

    private JsonObject coding() {
        return switch (chance.below(10)) {
            case 0 -> new Draft().put("display", "only a display").object();
            case 8 -> chance.one(KNOWN);
            case 9 -> systemAndCode().put("display", primitives.value("string")).object();
            case 1 ->
                new Draft()
                        .put("system", chance.one(SYSTEMS))
                        .put("_code", GeneratedExtensions.absent())
                        .object();
            case 2 ->
                new Draft().put("code", chance.one(GeneratedPrimitives.CODES)).object();
            case 3 ->
                systemAndCode()
                        .put("display", "size")
                        .put("_display", GeneratedExtensions.translated())
                        .put("userSelected", new Json.Bool(true))
                        .object();
            case 4 ->
                systemAndCode()
                        .put("version", "2026-01")
                        .put("_system", extensions.shadow())
                        .object();
            default -> systemAndCode().object();
        };
    }

    private Draft systemAndCode() {
        return new Draft().put("system", chance.one(SYSTEMS)).put("code", chance.one(GeneratedPrimitives.CODES));
    }

    private JsonObject concept() {
        return switch (chance.below(6)) {
            case 0 -> new Draft().put("text", primitives.value("string")).object();
            case 1 ->
                new Draft()
                        .list("coding", List.of(coding(), coding(), coding()))
                        .put("text", "size")
                        .put("_text", GeneratedExtensions.translated())
                        .object();
            case 2 -> new Draft().put("_text", GeneratedExtensions.absent()).object();
            case 3 ->
                new Draft()
                        .put("id", extensions.newId())
                        .list("coding", List.of(coding(), coding()))
                        .object();
            default -> new Draft().list("coding", List.of(coding())).object();
        };
    }

    private JsonObject identifier() {
        Draft value = new Draft().put("system", chance.one(SYSTEMS)).put("value", primitives.value("string"));
        return switch (chance.below(9)) {
            case 0 ->
                new Draft().put("value", chance.one(GeneratedPrimitives.IDS)).object();
            case 5, 6 ->
                value.put("type", concept())
                        .put("value", chance.one(GeneratedPrimitives.IDS))
                        .object();
            case 1 ->
                value.remove("value")
                        .put("_value", GeneratedExtensions.absent())
                        .object();
            case 2 -> new Draft().put("use", "old").put("type", concept()).object();
            case 3 ->
                value.put("use", "official")
                        .put("type", concept())
                        .put("period", period())
                        .object();
            case 4 ->
                value.put("assigner", new Draft().put("display", "Clinic").object())
                        .object();
            default -> value.object();
        };
    }

    private JsonObject period() {
        List<String> ends = chance.one(PERIODS);
        Draft period = new Draft().put("start", ends.getFirst()).put("end", ends.getLast());
        return switch (chance.below(8)) {
            case 0 -> period.remove("end").object();
            case 1 -> period.remove("start").object();
            case 2 ->
                new Draft()
                        .put("_start", GeneratedExtensions.absent())
                        .put("_end", GeneratedExtensions.absent())
                        .object();
            case 3 ->
                new Draft()
                        .list("extension", List.of(extensions.extension(false)))
                        .object();
            case 4 ->
                period.remove("end").put("_end", GeneratedExtensions.absent()).object();
            case 5 -> period.put("_start", extensions.shadow()).object();
            default -> period.object();
        };
    }

    private JsonObject timing() {
        Json event = primitives.value("dateTime");
        JsonObject repeat = new Draft()
                .put("boundsPeriod", period())
                .number("frequency", "2")
                .number("period", "1.0")
                .put("periodUnit", "wk")
                .object();
        return switch (chance.below(5)) {
            case 0 ->
                new Draft()
                        .put("code", new Draft().put("text", "twice a week").object())
                        .object();
            case 1 -> new Draft().put("repeat", repeat).object();
            case 2 ->
                new Draft()
                        .list("event", List.of(event, new Json.Null()))
                        .list("_event", List.of(new Json.Null(), GeneratedExtensions.absent()))
                        .object();
            case 3 ->
                new Draft()
                        .list("_event", List.of(GeneratedExtensions.absent()))
                        .object();
            default ->
                new Draft()
                        .list("event", List.of(event, primitives.value("dateTime")))
                        .put("repeat", repeat)
                        .object();
        };
    }

    private JsonObject usageContext() {
        Draft context = new Draft().put("code", coding());
        return switch (chance.below(4)) {
            case 0 -> context.put("valueQuantity", quantities.quantity()).object();
            case 1 -> context.put("valueRange", quantities.range()).object();
            default -> context.put("valueCodeableConcept", concept()).object();
        };
    }

    private static JsonObject sampledData() {
        return new Draft()
                .put("origin", GeneratedQuantities.unit("mV", "0.00"))
                .number("period", "10.0")
                .number("dimensions", "1")
                .put("data", "1 2.50 E U L")
                .object();
    }

    private JsonObject attachment() {
        Draft attachment = new Draft().put("contentType", "text/plain").put("language", "de");
        return chance.oneIn(2)
                ? attachment.put("data", "8J+SiQ==").object()
                : attachment
                        .put("url", "https://clinic.example/a")
                        .put("title", primitives.value("string"))
                        .object();
    }

    private JsonObject narrative() {
        return new Draft()
                .put("status", "generated")
                .put("div", chance.one(DIVS))
                .object();
    }
}
