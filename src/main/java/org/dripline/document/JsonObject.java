package org.dripline.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An immutable JSON object that keeps the order of its members. Names are unique: readers refuse duplicates. */
public record JsonObject(Map<String, Json> members) implements Json {
    public static final JsonObject EMPTY = new JsonObject(Map.of());

    public JsonObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    public @Nullable Json get(String name) {
        return members.get(name);
    }

    /** The member as text when it is a JSON string. */
    public Optional<String> text(String name) {
        return members.get(name) instanceof Text text ? Optional.of(text.value()) : Optional.empty();
    }

    /** The member as an object when it is one. */
    public Optional<JsonObject> object(String name) {
        return members.get(name) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }

    /** The items of an array member; a single value counts as one item, an absent one as none. */
    public List<Json> items(String name) {
        return switch (members.get(name)) {
            case null -> List.of();
            case Array array -> array.items();
            case Json single -> List.of(single);
        };
    }

    /** A copy with the member replaced in place, or appended. */
    public JsonObject with(String name, Json value) {
        Map<String, Json> copy = new LinkedHashMap<>(members);
        copy.put(name, value);
        return new JsonObject(copy);
    }

    public JsonObject without(String name) {
        Map<String, Json> copy = new LinkedHashMap<>(members);
        copy.remove(name);
        return new JsonObject(copy);
    }

    /** The {@code resourceType}, or the empty string. */
    public String resourceType() {
        return text("resourceType").orElse("");
    }
}
