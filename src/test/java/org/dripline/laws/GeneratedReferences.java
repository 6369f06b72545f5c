package org.dripline.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.dripline.document.JsonObject;

/** References of every form, and the contained resources that some of them ask for. */
final class GeneratedReferences {
    /** Types with few rules of their own. */
    private static final List<String> CONTAINED =
            List.of("Organization", "Practitioner", "Patient", "Observation", "Procedure");

    /** A URL under which the server may know itself. */
    static final String OWN_BASE = "https://dripline.example/fhir";

    private static final int GENERATED = 40;

    private static final List<String> ANY =
            List.of("Patient", "Observation", "Procedure", "Organization", "Questionnaire", "Medication");

    private final Chance chance;
    private final GeneratedPrimitives primitives;
    private final BiFunction<String, String, JsonObject> newContained;
    private final List<JsonObject> contained = new ArrayList<>();
    private boolean inContained;

    /** @param newContained makes a contained resource of a type with an id */
    GeneratedReferences(
            Chance chance, GeneratedPrimitives primitives, BiFunction<String, String, JsonObject> newContained) {
        this.chance = chance;
        this.primitives = primitives;
        this.newContained = newContained;
    }

    /** A Binary or a Bundle contains no resources that references could point to. */
    void withoutContained() {
        inContained = true;
    }

    /** What the references made so far point to within the resource. */
    List<JsonObject> contained() {
        return contained;
    }

    /** @param targets types it may point to; none means any */
    JsonObject reference(List<String> targets) {
        List<String> types = targets.isEmpty() ? ANY : targets;
        String type = types.contains("Patient") && !chance.oneIn(4) ? "Patient" : chance.one(types);
        String local = type + "/" + id();
        Draft reference = new Draft();
        return switch (chance.below(13)) {
            case 0 -> reference.put("reference", local + "/_history/3").object();
            case 1 ->
                reference
                        .put("reference", "https://other.example/fhir/" + local)
                        .object();
            case 2 ->
                reference
                        .put("reference", "https://other.example/fhir/" + local + "/_history/2")
                        .put("type", type)
                        .object();
            case 3 ->
                reference
                        .put("reference", "urn:uuid:53fefa32-fcbb-4ff8-8a92-55ee120877b7")
                        .object();
            case 4 ->
                reference.put("type", type).put("identifier", identifier()).object();
            case 5 -> reference.put("display", primitives.value("string")).object();
            case 6 -> reference.put("_reference", GeneratedExtensions.absent()).object();
            case 7 -> fragment(types, local);
            case 8 ->
                reference
                        .put("reference", local)
                        .put("identifier", identifier())
                        .put("display", "both")
                        .object();
            case 9 -> reference.put("reference", OWN_BASE + "/" + local).object();
            default -> reference.put("reference", local).object();
        };
    }

    /** Half of them of resources that the laws generate, so that chains lead somewhere. */
    private String id() {
        return chance.oneIn(2) ? "g" + chance.below(GENERATED) : chance.one(GeneratedPrimitives.IDS);
    }

    private JsonObject fragment(List<String> types, String otherwise) {
        List<String> fitting = types.stream().filter(CONTAINED::contains).toList();
        if (inContained || fitting.isEmpty()) {
            return new Draft().put("reference", otherwise).object();
        }
        String id = "c" + (contained.size() + 1);
        inContained = true;
        contained.add(newContained.apply(chance.one(fitting), id));
        inContained = false;
        return new Draft().put("reference", "#" + id).object();
    }

    private JsonObject identifier() {
        return new Draft()
                .put("system", "https://other.example/ids")
                .put("value", chance.one(GeneratedPrimitives.IDS))
                .object();
    }
}
