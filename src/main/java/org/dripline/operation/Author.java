package org.dripline.operation;

import org.dripline.document.JsonObject;
import org.dripline.treatment.Software;

/** Who makes the documents: this software. */
final class Author {
    private Author() {}

    static JsonObject device() {
        return Part.resource("Device", "dripline")
                .put("text", Narrative.of(Software.TITLE).part())
                .text("status", "active")
                .list("deviceName", new Part().text("name", Software.NAME).text("type", "model-name"))
                .list("version", new Part().text("value", Software.VERSION))
                .json();
    }
}
