package org.dripline.patch;

import java.util.Locale;
import org.dripline.document.Json;

/** One operation of a JSON Patch (RFC 6902, section 4). */
sealed interface JsonOperation {
    /** Where it works, or puts what it takes. */
    Pointer path();

    /** Puts a value into an object or array. */
    record Add(Pointer path, Json value) implements JsonOperation {}

    /** Takes a value out. */
    record Remove(Pointer path) implements JsonOperation {}

    /** Puts a value in the place of one that is there. */
    record Replace(Pointer path, Json value) implements JsonOperation {}

    /** Takes a value out and puts it elsewhere. */
    record Move(Pointer from, Pointer path) implements JsonOperation {}

    /** Puts a value a second time elsewhere. */
    record Copy(Pointer from, Pointer path) implements JsonOperation {}

    /** Fails the whole patch unless the value is there. */
    record Test(Pointer path, Json value) implements JsonOperation {}

    /** RFC 6902's name, such as {@code add}. */
    default String name() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
