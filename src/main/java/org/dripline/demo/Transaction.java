package org.dripline.demo;

import java.util.ArrayList;
import java.util.List;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;

/** A transaction Bundle in the making: each resource is put under its own id. */
final class Transaction {
    private final List<Json> entries = new ArrayList<>();

    /** Adds the resource and tells the reference to it. */
    String put(Body resource) {
        JsonObject json = resource.json();
        String reference = json.resourceType() + "/" + json.text("id").orElseThrow();
        entries.add(new Body()
                .put("resource", json)
                .put(
                        "request",
                        new Body().text("method", "PUT").text("url", reference).json())
                .json());
        return reference;
    }

    JsonObject bundle() {
        return new Body()
                .text("resourceType", "Bundle")
                .text("type", "transaction")
                .list("entry", entries.toArray(Json[]::new))
                .json();
    }
}
