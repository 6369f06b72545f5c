package org.dripline.laws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;

/** A JSON object in the making. */
final class Draft {
    private final Map<String, Json> members = new LinkedHashMap<>();

    Draft put(String name, Json value) {
        members.put(name, value);
        return this;
    }

    Draft put(String name, String text) {
        return put(name, Json.of(text));
    }

    Draft number(String name, String lexeme) {
        return put(name, new Json.Numeral(lexeme));
    }

    Draft list(String name, List<? extends Json> items) {
        return put(name, new Json.Array(new ArrayList<>(items)));
    }

    Draft remove(String... names) {
        for (String name : names) {
            members.remove(name);
            members.remove("_" + name);
        }
        return this;
    }

    Draft replaceItems(String name, UnaryOperator<Json> change) {
        if (members.get(name) instanceof Json.Array array) {
            list(name, array.items().stream().map(change).toList());
        }
        return this;
    }

    /** Whether the element is there, be it only by its extensions. */
    boolean has(String name) {
        return members.containsKey(name) || members.containsKey("_" + name);
    }

    /** Whether an element of that choice is there: {@code value} for {@code valueQuantity}. */
    boolean hasChoice(String stem) {
        return members.keySet().stream()
                .map(name -> name.startsWith("_") ? name.substring(1) : name)
                .anyMatch(name -> name.startsWith(stem)
                        && name.length() > stem.length()
                        && Character.isUpperCase(name.charAt(stem.length())));
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    JsonObject object() {
        return new JsonObject(members);
    }
}
