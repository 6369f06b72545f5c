package org.dripline.operation;

import org.dripline.document.JsonObject;

/** Who makes the documents: this software. */
final class Author {
    static final String NAME = "Dripline 0.1.0";

    private Author() {}

    static JsonObject device() {
        return Part.resource("Device", "dripline")
                .put("text", Narrative.of(NAME).part())
                .text("status", "active")
                .list("deviceName", new Part().text("name", "Dripline").text("type", "model-name"))
                .list("version", new Part().text("value", "0.1.0"))
                .json();
    }
}
