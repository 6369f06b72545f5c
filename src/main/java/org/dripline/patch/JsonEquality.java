package org.dripline.patch;

import java.util.List;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;

/**
 * Whether two values are the same to RFC 6902 (section 4.6): numbers by what they are worth, objects whatever the order
 * of their members. A document's own {@code equals} is stricter: to it 0.50 and 0.5 are two values.
 */
final class JsonEquality {
    private JsonEquality() {}

    static boolean equal(Json one, Json other) {
        return switch (one) {
            case JsonObject object -> other instanceof JsonObject otherObject && equal(object, otherObject);
            case Json.Array array -> other instanceof Json.Array otherArray && equal(array.items(), otherArray.items());
            // Both have few digits, so this never writes a huge exponent out.
            case Json.Numeral number ->
                other instanceof Json.Numeral otherNumber && number.value().compareTo(otherNumber.value()) == 0;
            case Json.Text text -> text.equals(other);
            case Json.Bool bool -> bool.equals(other);
            case Json.Null none -> none.equals(other);
        };
    }

    private static boolean equal(JsonObject one, JsonObject other) {
        return one.members().keySet().equals(other.members().keySet())
                && one.members().entrySet().stream().allMatch(member -> {
                    Json value = other.get(member.getKey());
                    return value != null && equal(member.getValue(), value);
                });
    }

    private static boolean equal(List<Json> one, List<Json> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!equal(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }
}
