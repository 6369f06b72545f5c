package org.dripline.patch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;

/**
 * The narratives of a document in their own spelling: on its way through XML it loses its entities,
 * comments and the order of its attributes.
 */
final class Narratives {
    private static final String NARRATIVE = "div";

    private final Map<String, Json> own = new HashMap<>();

    /**
     * The narratives of a document.
     *
     * @param throughXml the same document after it was written as XML and read back
     */
    Narratives(JsonObject document, JsonObject throughXml) {
        collect(document, throughXml);
    }

    /** A document with every narrative that is one of those in its own spelling. */
    JsonObject restoredIn(JsonObject document) {
        return own.isEmpty() ? document : (JsonObject) restored(document);
    }

    private void collect(Json before, Json after) {
        if (before instanceof JsonObject object && after instanceof JsonObject other) {
            object.members().forEach((name, value) -> {
                Json spelled = other.get(name);
                if (name.equals(NARRATIVE) && spelled instanceof Json.Text text && !text.equals(value)) {
                    own.put(text.value(), value);
                } else if (spelled != null) {
                    collect(value, spelled);
                }
            });
        }
        if (before instanceof Json.Array array && after instanceof Json.Array other) {
            for (int i = 0; i < Math.min(array.items().size(), other.items().size()); i++) {
                collect(array.items().get(i), other.items().get(i));
            }
        }
    }

    private Json restored(Json json) {
        return switch (json) {
            case JsonObject object -> {
                Map<String, Json> members = new LinkedHashMap<>();
                object.members()
                        .forEach((name, value) -> members.put(
                                name,
                                name.equals(NARRATIVE) && value instanceof Json.Text text
                                        ? own.getOrDefault(text.value(), value)
                                        : restored(value)));
                yield new JsonObject(members);
            }
            case Json.Array array -> {
                List<Json> items = new ArrayList<>();
                array.items().forEach(item -> items.add(restored(item)));
                yield new Json.Array(items);
            }
            case Json.Text text -> text;
            case Json.Numeral number -> number;
            case Json.Bool bool -> bool;
            case Json.Null none -> none;
        };
    }
}
