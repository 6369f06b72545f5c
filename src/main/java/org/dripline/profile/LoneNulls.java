package org.dripline.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.outcome.Issue;

/**
 * Finds each null in an array of primitives that pads nothing: R4 (json.html#primitive) has it only where the sibling
 * array with or without the underscore holds something at the same index. The reference validator cannot read these.
 */
final class LoneNulls {
    /** More than this many help nobody. */
    private static final int MOST = 20;

    private final List<Issue> issues = new ArrayList<>();

    private LoneNulls() {}

    static List<Issue> of(JsonObject resource) {
        LoneNulls nulls = new LoneNulls();
        nulls.object(resource, resource.resourceType());
        return nulls.issues;
    }

    private void object(JsonObject object, String path) {
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            String name = member.getKey();
            String at = path + '.' + (name.startsWith("_") ? name.substring(1) : name);
            switch (member.getValue()) {
                case JsonObject inner -> object(inner, at);
                case Json.Array array -> array(object, name, array.items(), at);
                default -> {
                    // A single value; a null is the validator's to refuse.
                }
            }
        }
    }

    private void array(JsonObject owner, String name, List<Json> items, String path) {
        for (int i = 0; i < items.size() && issues.size() < MOST; i++) {
            String at = path + '[' + i + ']';
            if (items.get(i) instanceof JsonObject inner) {
                object(inner, at);
            } else if (items.get(i) instanceof Json.Null && !pads(owner, name, i)) {
                issues.add(Issue.error(
                                "structure",
                                "json-null",
                                "A null stands here for nothing; leave it out, or give the item beside it, in the array"
                                        + " of the same name with or without an underscore.")
                        .at(at));
            }
        }
    }

    private static boolean pads(JsonObject owner, String name, int index) {
        List<Json> beside = owner.items(name.startsWith("_") ? name.substring(1) : '_' + name);
        return index < beside.size() && !(beside.get(index) instanceof Json.Null);
    }
}
