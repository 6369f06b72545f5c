package org.dripline.patch;

import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * One occurrence of an element as JSON writes it.
 *
 * @param plain its value, absent when a primitive has only an id or extensions
 * @param shadow the id and extensions of a primitive
 */
record ElementSlot(@Nullable Json plain, @Nullable Json shadow) {
    /** A value without anything beside it. */
    static ElementSlot of(Json plain) {
        return new ElementSlot(plain, null);
    }

    boolean isEmpty() {
        return plain == null && shadow == null;
    }

    /** The same value with other ids and extensions. */
    ElementSlot withShadow(JsonObject members) {
        return new ElementSlot(plain, members.members().isEmpty() ? null : members);
    }
}
