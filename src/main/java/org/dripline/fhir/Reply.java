package org.dripline.fhir;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.JsonWriter;
import org.dripline.document.Limits;
import org.dripline.document.XmlWriter;
import org.dripline.engine.store.StoredVersion;
import org.jspecify.annotations.Nullable;

/**
 * An answer before it is put on the wire.
 *
 * @param headers beside Content-Type and Content-Length
 * @param json the body as UTF-8 JSON, whatever the caller wants to see; null for none
 * @param modified when the version that the headers name was written, more exact than HTTP says it; else null
 * @param negotiation how the caller wants it, when that became known only from the body; else null
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes go out as they are; nobody compares replies.
record Reply(
        int status,
        Map<String, String> headers,
        byte @Nullable [] json,
        @Nullable Instant modified,
        @Nullable Negotiation negotiation) {

    static Reply empty(int status) {
        return new Reply(status, Map.of(), null, null, null);
    }

    static Reply json(int status, byte[] json) {
        return new Reply(status, Map.of(), json, null, null);
    }

    /** A version of a resource, with the headers that name it. */
    static Reply version(int status, StoredVersion version) {
        return json(status, version.content()).stamped(version);
    }

    /** The same, naming a version: ETag and Last-Modified. */
    Reply stamped(StoredVersion version) {
        Map<String, String> named =
                Map.of("ETag", Preconditions.etag(version), "Last-Modified", HttpDates.format(version.updatedAt()));
        Reply stamped = with(named);
        return new Reply(stamped.status, stamped.headers, json, version.updatedAt(), negotiation);
    }

    Reply with(String name, String value) {
        return with(Map.of(name, value));
    }

    Reply with(Map<String, String> more) {
        if (more.isEmpty()) {
            return this;
        }
        if (headers.isEmpty()) {
            return new Reply(status, more, json, modified, negotiation);
        }
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Reply(status, all, json, modified, negotiation);
    }

    /** As HEAD is answered. */
    Reply withoutBody() {
        return new Reply(status, headers, null, modified, negotiation);
    }

    Reply as(Negotiation other) {
        return new Reply(status, headers, json, modified, other);
    }

    /** The body in the format asked for. Stored JSON goes out as it is: nothing is parsed for it. */
    static byte[] render(byte[] json, Negotiation wish) {
        if (wish.format() == Format.JSON && !wish.pretty()) {
            return json;
        }
        JsonObject tree = JsonReader.read(json, Limits.OWN);
        if (wish.format() == Format.JSON) {
            return JsonWriter.pretty(tree);
        }
        return wish.pretty() ? XmlWriter.pretty(tree) : XmlWriter.bytes(tree);
    }
}
