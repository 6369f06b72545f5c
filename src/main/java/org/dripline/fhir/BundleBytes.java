package org.dripline.fhir;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.dripline.document.Json;
import org.dripline.document.JsonWriter;

/**
 * A Bundle spliced from stored bytes: entries are copied, never parsed. Add links, then entries, then take the
 * {@link #bytes}.
 */
final class BundleBytes {
    private static final int USUAL_BYTES = 16 << 10;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_BYTES);
    private boolean links;
    private boolean entries;
    private boolean members;

    BundleBytes(String type, OptionalLong total) {
        text("{\"resourceType\":\"Bundle\",\"type\":\"").text(type).text("\"");
        total.ifPresent(count -> text(",\"total\":").text(Long.toString(count)));
    }

    BundleBytes link(String relation, String url) {
        text(links ? "," : ",\"link\":[");
        links = true;
        return text("{\"relation\":\"")
                .text(relation)
                .text("\",\"url\":")
                .json(url)
                .text("}");
    }

    /** Opens an entry; its members follow, then {@link #close}. */
    BundleBytes open() {
        if (links && !entries) {
            text("]");
        }
        text(entries ? ",{" : ",\"entry\":[{");
        entries = true;
        members = false;
        return this;
    }

    BundleBytes fullUrl(String url) {
        return name("fullUrl").json(url);
    }

    BundleBytes resource(byte[] document) {
        name("resource").out.writeBytes(document);
        return this;
    }

    /** A further member of the entry, whose value is JSON already. */
    BundleBytes member(String name, String json) {
        return name(name).text(json);
    }

    BundleBytes close() {
        return text("}");
    }

    byte[] bytes() {
        if (links || entries) {
            text("]");
        }
        text("}");
        return out.toByteArray();
    }

    private BundleBytes name(String name) {
        text(members ? ",\"" : "\"");
        members = true;
        return text(name).text("\":");
    }

    private BundleBytes json(String text) {
        out.writeBytes(JsonWriter.bytes(Json.of(text)));
        return this;
    }

    private BundleBytes text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }
}
