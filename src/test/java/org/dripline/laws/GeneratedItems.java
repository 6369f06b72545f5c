package org.dripline.laws;

import java.util.ArrayList;
import java.util.List;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;

/** The items of Questionnaire and QuestionnaireResponse, whose parts R4 ties together by many rules. */
final class GeneratedItems {
    private final Chance chance;
    private final GeneratedPrimitives primitives;
    private final GeneratedDatatypes datatypes;
    private final GeneratedExtensions extensions;
    private int links;

    GeneratedItems(
            Chance chance,
            GeneratedPrimitives primitives,
            GeneratedDatatypes datatypes,
            GeneratedExtensions extensions) {
        this.chance = chance;
        this.primitives = primitives;
        this.datatypes = datatypes;
        this.extensions = extensions;
    }

    List<JsonObject> items(String resourceType, int depth) {
        List<JsonObject> items = new ArrayList<>();
        int count = 1 + chance.below(3);
        for (int i = 0; i < count; i++) {
            items.add(resourceType.equals("Questionnaire") ? question(depth) : answered(depth));
        }
        return items;
    }

    private Draft item() {
        Draft item = new Draft();
        if (chance.oneIn(5)) {
            item.put("id", extensions.newId()).list("extension", List.of(extensions.extension(true)));
        }
        item.put("linkId", Integer.toString(++links));
        if (chance.oneIn(2)) {
            item.put("text", primitives.value("string"));
        }
        return item;
    }

    private JsonObject question(int depth) {
        Draft item = item();
        int kind = chance.below(depth > 0 ? 5 : 4);
        if (kind != 0 && chance.oneIn(3)) {
            item.put("definition", primitives.value("uri"));
        }
        if (kind != 0 && chance.oneIn(2)) {
            item.list("code", List.of(concrete("Coding"), concrete("Coding")));
        }
        return switch (kind) {
            case 0 -> item.put("type", "display").object();
            case 1 ->
                item.put("type", "string")
                        .number("maxLength", "20")
                        .put("required", new Json.Bool(true))
                        .object();
            case 2 ->
                item.put("type", "choice")
                        .list("answerOption", List.of(option("a"), option("b")))
                        .object();
            case 3 ->
                item.put("type", "decimal")
                        .list(
                                "initial",
                                List.of(new Draft()
                                        .number("valueDecimal", "-0.10")
                                        .object()))
                        .object();
            default ->
                item.put("type", "group")
                        .list("item", items("Questionnaire", depth - 1))
                        .object();
        };
    }

    private static JsonObject option(String code) {
        JsonObject coding = new Draft()
                .put("system", "https://codes.example/a")
                .put("code", code)
                .object();
        return new Draft().put("valueCoding", coding).object();
    }

    private JsonObject answered(int depth) {
        Draft item = item();
        if (depth > 0 && chance.oneIn(3)) {
            return item.list("item", items("QuestionnaireResponse", depth - 1)).object();
        }
        Draft answer = new Draft();
        String type = chance.one(List.of("decimal", "string", "date", "integer", "boolean"));
        answer.put("value" + Character.toUpperCase(type.charAt(0)) + type.substring(1), primitives.value(type));
        if (depth > 0 && chance.oneIn(3)) {
            answer.list("item", items("QuestionnaireResponse", depth - 1));
        }
        JsonObject coded = new Draft().put("valueCoding", concrete("Coding")).object();
        return item.list("answer", chance.oneIn(2) ? List.of(answer.object()) : List.of(answer.object(), coded))
                .object();
    }

    private JsonObject concrete(String type) {
        JsonObject value = datatypes.special(type);
        return value == null ? JsonObject.EMPTY : value;
    }
}
