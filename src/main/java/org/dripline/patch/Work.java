package org.dripline.patch;

import java.util.Map;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonWriter;
import org.dripline.document.Limits;
import org.dripline.outcome.Refusal;

/**
 * What applying one patch may still cost. Bounds what grows beyond the patch itself: a value that is copied again and
 * again doubles the document each time, and each operation on a long list copies the list.
 */
final class Work {
    /** Items and members that may be looked at or copied; about a second of one core. */
    static final long MAX_STEPS = 30_000_000;

    private final Limits limits;
    private long steps = MAX_STEPS;
    private long bytes;

    Work(Limits limits) {
        this.limits = limits;
        this.bytes = limits.maxBytes();
    }

    void step(long count) {
        steps -= count;
        if (steps < 0) {
            throw Refusal.tooLarge(
                    "patch-work", "The patch is too much work on a resource of this size. Send the whole resource.");
        }
    }

    /**
     * Counts a value that is put into the document.
     *
     * @param depth objects and arrays around it
     */
    void add(Json value, int depth) {
        measure(value, depth);
    }

    /** Counts a value that comes from elsewhere in the document. */
    void move(Json value, int depth) {
        long before = bytes;
        measure(value, depth);
        bytes = before;
    }

    /** Refuses a document that could not be sent back. */
    void checkSize(JsonObject document) {
        if (JsonWriter.bytes(document).length > limits.maxBytes()) {
            throw tooLarge();
        }
    }

    private void measure(Json json, int depth) {
        step(1);
        switch (json) {
            case Json.Text text -> spend(2L + text.value().length());
            case Json.Numeral number -> spend(number.text().length());
            case Json.Bool bool -> spend(4);
            case Json.Null none -> spend(4);
            case Json.Array array -> {
                deeper(depth);
                array.items().forEach(item -> measure(item, depth + 1));
            }
            case JsonObject object -> {
                deeper(depth);
                for (Map.Entry<String, Json> member : object.members().entrySet()) {
                    spend(3L + member.getKey().length());
                    measure(member.getValue(), depth + 1);
                }
            }
        }
    }

    private void deeper(int depth) {
        spend(2);
        if (depth >= limits.maxDepth()) {
            throw Refusal.tooLarge(
                    "patch-depth",
                    "With this patch, objects and arrays would be nested more than " + limits.maxDepth() + " deep.");
        }
    }

    private void spend(long count) {
        bytes -= count + 1;
        if (bytes < 0) {
            throw tooLarge();
        }
    }

    private Refusal tooLarge() {
        return Refusal.tooLarge(
                "patch-size",
                "The patch adds, or makes of the resource, more than " + limits.maxBytes() + " bytes. Add less.");
    }
}
