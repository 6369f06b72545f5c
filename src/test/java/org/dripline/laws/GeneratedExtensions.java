package org.dripline.laws;

import java.util.List;
import java.util.function.Function;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;

/** Extensions, nested and not, with values of any type, and what else stands beside a primitive. */
final class GeneratedExtensions {
    private static final List<String> EXTENSIONS =
            List.of("https://other.example/StructureDefinition/note", "https://other.example/StructureDefinition/flag");
    private static final List<String> SIMPLE = List.of(
            "base64Binary",
            "boolean",
            "canonical",
            "code",
            "date",
            "dateTime",
            "decimal",
            "id",
            "instant",
            "integer",
            "markdown",
            "oid",
            "positiveInt",
            "string",
            "time",
            "unsignedInt",
            "uri",
            "url",
            "uuid");
    private static final List<String> COMPLEX = List.of(
            "Address",
            "Age",
            "Annotation",
            "Attachment",
            "CodeableConcept",
            "Coding",
            "ContactDetail",
            "ContactPoint",
            "Count",
            "Distance",
            "Dosage",
            "Duration",
            "Expression",
            "HumanName",
            "Identifier",
            "Meta",
            "Money",
            "Period",
            "Quantity",
            "Range",
            "Ratio",
            "Reference",
            "RelatedArtifact",
            "SampledData",
            "Signature",
            "Timing",
            "UsageContext");

    private final Chance chance;
    private final GeneratedPrimitives primitives;
    private final Function<String, Json> anyType;
    private int ids;

    /** @param anyType makes a value of a complex type */
    GeneratedExtensions(Chance chance, GeneratedPrimitives primitives, Function<String, Json> anyType) {
        this.chance = chance;
        this.primitives = primitives;
        this.anyType = anyType;
    }

    /** An element id that no other element of the resource has. */
    String newId() {
        return "e" + ++ids;
    }

    JsonObject extension(boolean nested) {
        Draft extension = new Draft();
        if (chance.oneIn(6)) {
            extension.put("id", newId());
        }
        extension.put("url", chance.one(EXTENSIONS));
        if (nested && chance.oneIn(4)) {
            return extension
                    .list("extension", List.of(part("one"), part("two"), part("one")))
                    .object();
        }
        String type = chance.one(nested && chance.oneIn(2) ? COMPLEX : SIMPLE);
        String name = "value" + Character.toUpperCase(type.charAt(0)) + type.substring(1);
        boolean simple = Character.isLowerCase(type.charAt(0));
        if (simple && chance.oneIn(6)) {
            return extension.put("_" + name, shadow()).object();
        }
        return extension
                .put(name, simple ? primitives.value(type) : anyType.apply(type))
                .object();
    }

    private JsonObject part(String url) {
        return new Draft()
                .put("url", url)
                .put("valueDecimal", primitives.value("decimal"))
                .object();
    }

    /** What stands beside a primitive: an id, extensions or both. */
    JsonObject shadow() {
        Draft shadow = new Draft();
        if (chance.oneIn(3)) {
            shadow.put("id", newId());
        }
        return shadow.list("extension", List.of(extension(false))).object();
    }

    /** What stands for a value that is missing. */
    static JsonObject absent() {
        return new Draft()
                .list(
                        "extension",
                        List.of(new Draft()
                                .put("url", "http://hl7.org/fhir/StructureDefinition/data-absent-reason")
                                .put("valueCode", "unknown")
                                .object()))
                .object();
    }

    static JsonObject translated() {
        JsonObject translation = new Draft()
                .put("url", "http://hl7.org/fhir/StructureDefinition/translation")
                .list(
                        "extension",
                        List.of(
                                new Draft()
                                        .put("url", "lang")
                                        .put("valueCode", "de")
                                        .object(),
                                new Draft()
                                        .put("url", "content")
                                        .put("valueString", "Gr\u00f6\u00dfe")
                                        .object()))
                .object();
        return new Draft().list("extension", List.of(translation)).object();
    }
}
