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
 * @param body as UTF-8 JSON, whatever the caller wants to see, or of the type told; null for none
 * @param modified when the version that the headers name was written, more exact than HTTP says it; else null
 * @param negotiation how the caller wants it, when that became known only from the body; else null
 * @param contentType of a body that is not a resource, and goes out as it is; else null
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes go out as they are; nobody compares replies.
record Reply(
        int status,
        Map<String, String> headers,
        byte @Nullable [] body,
        @Nullable Instant modified,
        @Nullable Negotiation negotiation,
        @Nullable String contentType) {

    static Reply empty(int status) {
        return new Reply(status, Map.of(), null, null, null, null);
    }

    static Reply json(int status, byte[] json) {
        return new Reply(status, Map.of(), json, null, null, null);
    }

    /** What is not a resource, such as the content of a Binary. */
    static Reply content(byte[] content, String contentType) {
        return new Reply(200, Map.of(), content, null, null, contentType);
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
        return new Reply(stamped.status, stamped.headers, body, version.updatedAt(), negotiation, contentType);
    }

    Reply with(String name, String value) {
        return with(Map.of(name, value));
    }

    Reply with(Map<String, String> more) {
        if (more.isEmpty()) {
            return this;
        }
        if (headers.isEmpty()) {
            return new Reply(status, more, body, modified, negotiation, contentType);
        }
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Reply(status, all, body, modified, negotiation, contentType);
    }

    /** As HEAD is answered. */
    Reply withoutBody() {
        return new Reply(status, headers, null, modified, negotiation, contentType);
    }

    Reply as(Negotiation other) {
        return new Reply(status, headers, body, modified, other, contentType);
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
