package org.dripline.operation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;

/** A JSON object in the making; members stand in the order in which they are put. */
final class Part {
    private final Map<String, Json> members = new LinkedHashMap<>();

    static Part resource(String type, String id) {
        return new Part().text("resourceType", type).text("id", id);
    }

    Part text(String name, String value) {
        return put(name, Json.of(value));
    }

    Part put(String name, Json value) {
        members.put(name, value);
        return this;
    }

    Part put(String name, Part value) {
        return put(name, value.json());
    }

    /** An array; FHIR has no empty ones. */
    Part list(String name, List<? extends Json> values) {
        return values.isEmpty() ? this : put(name, new Json.Array(List.copyOf(values)));
    }

    Part list(String name, Part... values) {
        return list(name, Arrays.stream(values).map(Part::json).toList());
    }

    Part reference(String name, String target) {
        return put(name, referenceTo(target));
    }

    JsonObject json() {
        return new JsonObject(members);
    }

    static JsonObject referenceTo(String target) {
        return new Part().text("reference", target).json();
    }

    static Part coding(String system, String code) {
        return new Part().text("system", system).text("code", code);
    }

    static Part concept(String system, String code) {
        return new Part().list("coding", coding(system, code));
    }

    static Part quantity(String number, String unit) {
        return new Part()
                .put("value", new Json.Numeral(number))
                .text("unit", unit)
                .text("system", "http://unitsofmeasure.org")
                .text("code", unit);
    }
}
