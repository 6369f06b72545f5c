package org.dripline.patch;

import java.util.List;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;

/** A JSON Patch (RFC 6902): operations on the JSON tree, whatever it means. */
record JsonPatch(List<JsonOperation> operations) implements Operations {
    JsonPatch {
        operations = List.copyOf(operations);
    }

    @Override
    public Json apply(JsonObject resource, Work work) {
        Json json = resource;
        for (int i = 0; i < operations.size(); i++) {
            json = new JsonEdit(resource.resourceType(), work, i, operations.get(i)).apply(json);
        }
        return json;
    }
}
