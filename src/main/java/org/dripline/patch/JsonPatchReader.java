package org.dripline.patch;

import java.util.ArrayList;
import java.util.List;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.dripline.outcome.Refusal;

/** Reads a JSON Patch document (RFC 6902, section 3); what is none is refused with 400. */
final class JsonPatchReader {
    /** The levels of the patch around a value: the array and the operation. */
    private static final int LEVELS = 2;

    private final JsonObject operation;
    private final String where;

    private JsonPatchReader(JsonObject operation, String where) {
        this.operation = operation;
        this.where = where;
    }

    static JsonPatch read(byte[] body, Limits limits) {
        if (!(JsonReader.readValue(body, limits.deeper(LEVELS)) instanceof Json.Array array)) {
            throw malformed(
                    "A JSON Patch is an array of operations, such as [{\"op\":\"remove\",\"path\":\"/active\"}].");
        }
        int count = array.items().size();
        if (count > Operations.MAX_OPERATIONS) {
            throw Refusals.tooMany(count);
        }
        List<JsonOperation> operations = new ArrayList<>(count);
        for (Json item : array.items()) {
            String where = Refusals.operation(operations.size());
            if (!(item instanceof JsonObject operation)) {
                throw malformed(where + " is not an object, such as {\"op\":\"remove\",\"path\":\"/active\"}.");
            }
            operations.add(new JsonPatchReader(operation, where).operation());
        }
        return new JsonPatch(operations);
    }

    private JsonOperation operation() {
        return switch (text("op")) {
            case "add" -> new JsonOperation.Add(pointer("path"), value());
            case "remove" -> new JsonOperation.Remove(pointer("path"));
            case "replace" -> new JsonOperation.Replace(pointer("path"), value());
            case "move" -> move();
            case "copy" -> new JsonOperation.Copy(pointer("from"), pointer("path"));
            case "test" -> new JsonOperation.Test(pointer("path"), value());
            default -> throw malformed(where + " has an unknown op; use add, remove, replace, move, copy or test.");
        };
    }

    private JsonOperation move() {
        Pointer from = pointer("from");
        Pointer path = pointer("path");
        if (from.isProperPrefixOf(path)) {
            throw malformed(
                    where + " moves a value into itself (RFC 6902, 4.4); its path must not lie below its from.");
        }
        return new JsonOperation.Move(from, path);
    }

    private Pointer pointer(String member) {
        return Pointer.parse(text(member), where + ": \"" + member + "\"");
    }

    private String text(String member) {
        return operation.text(member).orElseThrow(() -> malformed(where + " needs a \"" + member + "\", a string."));
    }

    private Json value() {
        Json value = operation.get("value");
        if (value == null) {
            throw malformed(where + " needs a \"value\".");
        }
        return value;
    }

    private static Refusal malformed(String text) {
        return Refusal.malformed("json-patch", text);
    }
}
