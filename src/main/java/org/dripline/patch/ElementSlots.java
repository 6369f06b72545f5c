package org.dripline.patch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dripline.document.ElementType.Child;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The occurrences of one element of an object in their order: what JSON spreads over {@code given} and {@code _given},
 * padded with null, as one list.
 */
record ElementSlots(Child child, List<ElementSlot> slots) {
    private static final Json NULL = new Json.Null();

    ElementSlots {
        slots = List.copyOf(slots);
    }

    static ElementSlots of(JsonObject owner, Child child) {
        List<Json> plains = owner.items(child.name());
        List<Json> shadows = child.type().isPrimitive() ? owner.items(shadow(child)) : List.of();
        List<ElementSlot> slots = new ArrayList<>();
        for (int i = 0; i < Math.max(plains.size(), shadows.size()); i++) {
            slots.add(new ElementSlot(item(plains, i), item(shadows, i)));
        }
        return new ElementSlots(child, slots);
    }

    int size() {
        return slots.size();
    }

    ElementSlots with(int index, ElementSlot slot) {
        List<ElementSlot> changed = new ArrayList<>(slots);
        changed.set(index, slot);
        return new ElementSlots(child, changed);
    }

    ElementSlots inserted(int index, ElementSlot slot) {
        List<ElementSlot> changed = new ArrayList<>(slots);
        changed.add(index, slot);
        return new ElementSlots(child, changed);
    }

    ElementSlots without(int index) {
        List<ElementSlot> changed = new ArrayList<>(slots);
        changed.remove(index);
        return new ElementSlots(child, changed);
    }

    /** The owner with these occurrences in the place of its own; every other member stays where it is. */
    JsonObject in(JsonObject owner) {
        JsonObject plain = put(owner, child.name(), member(ElementSlot::plain));
        return child.type().isPrimitive() ? put(plain, shadow(child), member(ElementSlot::shadow)) : plain;
    }

    /** The owner with these occurrences in the place of those of another element, a different type of one choice. */
    JsonObject insteadOf(Child other, JsonObject owner) {
        if (other.name().equals(child.name())) {
            return in(owner);
        }
        JsonObject empty = new ElementSlots(other, List.of()).in(owner);
        Map<String, Json> members = new LinkedHashMap<>();
        JsonObject own = in(JsonObject.EMPTY);
        owner.members().forEach((name, value) -> {
            if (empty.get(name) == null) {
                members.putAll(own.members());
            } else {
                members.put(name, value);
            }
        });
        return new JsonObject(members);
    }

    private @Nullable Json member(Function<ElementSlot, @Nullable Json> part) {
        List<Json> items = new ArrayList<>(slots.size());
        for (ElementSlot slot : slots) {
            Json item = part.apply(slot);
            items.add(item == null ? NULL : item);
        }
        if (Collections.frequency(items, NULL) == items.size()) {
            return null;
        }
        return child.many() ? new Json.Array(items) : items.getFirst();
    }

    private static JsonObject put(JsonObject owner, String name, @Nullable Json value) {
        return value == null ? owner.without(name) : owner.with(name, value);
    }

    private static @Nullable Json item(List<Json> items, int index) {
        Json item = index < items.size() ? items.get(index) : null;
        return item instanceof Json.Null ? null : item;
    }

    private static String shadow(Child child) {
        return "_" + child.name();
    }
}
