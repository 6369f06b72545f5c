package org.dripline.patch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;

/** Reads a FHIRPath Patch from its Parameters resource; what is none is refused with 400. */
final class FhirPathReader {
    private static final Set<String> PARTS = Set.of("type", "path", "name", "value", "index", "source", "destination");

    private final Map<String, JsonObject> parts;
    private final String where;

    private FhirPathReader(Map<String, JsonObject> parts, String where) {
        this.parts = parts;
        this.where = where;
    }

    static FhirPathPatch read(JsonObject parameters) {
        if (!parameters.resourceType().equals("Parameters")) {
            throw malformed("A FHIRPath Patch is a Parameters resource, whose parameters are named operation.");
        }
        List<Json> items = parameters.items("parameter");
        if (items.size() > Operations.MAX_OPERATIONS) {
            throw Refusals.tooMany(items.size());
        }
        List<FhirPathOperation> operations = new ArrayList<>(items.size());
        for (Json item : items) {
            int index = operations.size();
            try {
                operations.add(operation(item, Refusals.operation(index)));
            } catch (Refusal refusal) {
                throw at(refusal, "Parameters.parameter[" + index + "]");
            }
        }
        return new FhirPathPatch(operations);
    }

    private static Refusal at(Refusal refusal, String place) {
        return Refusal.of(
                refusal.status(),
                refusal.issues().stream().map(issue -> issue.at(place)).toList());
    }

    private static FhirPathOperation operation(Json item, String where) {
        if (!(item instanceof JsonObject parameter)
                || !parameter.text("name").filter("operation"::equals).isPresent()) {
            throw malformed(where + " is a parameter without the name operation.");
        }
        Map<String, JsonObject> parts = new HashMap<>();
        for (Json each : parameter.items("part")) {
            String name = each instanceof JsonObject part ? part.text("name").orElse("") : "";
            if (!PARTS.contains(name)) {
                throw malformed(where + " has an unknown part; the parts are type, path, name, value, index, source and"
                        + " destination.");
            }
            if (parts.put(name, (JsonObject) each) != null) {
                throw malformed(where + " has two parts named " + name + ".");
            }
        }
        return new FhirPathReader(parts, where).operation();
    }

    private FhirPathOperation operation() {
        String type = text("type", "valueCode", "add, insert, delete, replace or move");
        Expression path = Expression.parse(text("path", "valueString", "a FHIRPath"), where);
        return switch (type) {
            case "add" -> new FhirPathOperation.Add(path, text("name", "valueString", "an element's name"), value());
            case "insert" -> new FhirPathOperation.Insert(path, number("index"), value());
            case "delete" -> new FhirPathOperation.Delete(path);
            case "replace" -> new FhirPathOperation.Replace(path, value());
            case "move" -> new FhirPathOperation.Move(path, number("source"), number("destination"));
            default -> throw malformed(where + " has an unknown type; use add, insert, delete, replace or move.");
        };
    }

    private String text(String name, String member, String kind) {
        return part(name)
                .text(member)
                .orElseThrow(() -> malformed(where + " needs its " + name + " as a " + member + ": " + kind + "."));
    }

    private int number(String name) {
        String digits = part(name).get("valueInteger") instanceof Json.Numeral number ? number.text() : "";
        if (!digits.matches("-?[0-9]{1,9}")) {
            throw malformed(where + " needs its " + name + " as a valueInteger, counted from 0.");
        }
        return Integer.parseInt(digits);
    }

    private PartValue value() {
        return PartValue.of(part("value"), where);
    }

    private JsonObject part(String name) {
        JsonObject part = parts.get(name);
        if (part == null) {
            throw malformed(where + " needs a part named " + name + ".");
        }
        return part;
    }

    private static Refusal malformed(String text) {
        return Refusal.of(400, Issue.error("structure", "fhirpath-patch", text));
    }
}
