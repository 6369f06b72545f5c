package org.dripline.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dripline.document.ElementType.Child;
import org.jspecify.annotations.Nullable;

/** The members of one JSON object while XML delivers them element by element; repeats are gathered into arrays. */
final class ElementMembers {
    private static final Json NULL = new Json.Null();

    private final Map<String, Values> values = new LinkedHashMap<>();

    /** The occurrences of one element, and beside each the id and extensions of a primitive. */
    private record Values(boolean many, List<Json> plain, List<Json> shadows) {}

    int count(Child child) {
        Values known = values.get(child.name());
        return known == null ? 0 : known.plain().size();
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    void add(Child child, @Nullable Json plain, @Nullable JsonObject shadow) {
        Values of = values.computeIfAbsent(
                child.name(), name -> new Values(child.many(), new ArrayList<>(), new ArrayList<>()));
        of.plain().add(plain == null ? NULL : plain);
        of.shadows().add(shadow == null ? NULL : shadow);
    }

    void writeTo(Map<String, Json> object) {
        values.forEach((name, of) -> {
            put(object, name, of.many(), of.plain());
            put(object, "_" + name, of.many(), of.shadows());
        });
    }

    JsonObject toObject() {
        Map<String, Json> object = new LinkedHashMap<>();
        writeTo(object);
        return new JsonObject(object);
    }

    /** FHIR pads arrays of primitives with null, and omits an array that would hold nothing else. */
    private static void put(Map<String, Json> object, String name, boolean many, List<Json> items) {
        if (items.stream().allMatch(NULL::equals)) {
            return;
        }
        object.put(name, many ? new Json.Array(items) : items.getFirst());
    }
}
