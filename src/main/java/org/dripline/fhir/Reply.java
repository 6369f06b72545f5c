package org.dripline.fhir;

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
 * @param negotiation how the caller wants it, when that became known only from the body; else null
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes go out as they are; nobody compares replies.
record Reply(
        int status,
        Map<String, String> headers,
        byte @Nullable [] json,
        @Nullable Negotiation negotiation) {

    /** Our own output, such as a page of a thousand large resources, is no danger to us. */
    static final Limits OWN = new Limits(
            Integer.MAX_VALUE,
            Limits.DEFAULT.maxDepth() + 4,
            Limits.DEFAULT.maxNumberLength(),
            Limits.DEFAULT.maxExponent(),
            Integer.MAX_VALUE);

    static Reply empty(int status) {
        return new Reply(status, Map.of(), null, null);
    }

    static Reply json(int status, byte[] json) {
        return new Reply(status, Map.of(), json, null);
    }

    /** A version of a resource, with the headers that name it. */
    static Reply version(int status, StoredVersion version) {
        return json(status, version.content()).stamped(version);
    }

    /** The same, naming a version: ETag and Last-Modified. */
    Reply stamped(StoredVersion version) {
        return with(
                Map.of("ETag", Preconditions.etag(version), "Last-Modified", HttpDates.format(version.updatedAt())));
    }

    Reply with(String name, String value) {
        return with(Map.of(name, value));
    }

    Reply with(Map<String, String> more) {
        if (more.isEmpty()) {
            return this;
        }
        if (headers.isEmpty()) {
            return new Reply(status, more, json, negotiation);
        }
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Reply(status, all, json, negotiation);
    }

    Reply as(Negotiation other) {
        return new Reply(status, headers, json, other);
    }

    /** The body in the format asked for. Stored JSON goes out as it is: nothing is parsed for it. */
    static byte[] render(byte[] json, Negotiation wish) {
        if (wish.format() == Format.JSON && !wish.pretty()) {
            return json;
        }
        JsonObject tree = JsonReader.read(json, OWN);
        if (wish.format() == Format.JSON) {
            return JsonWriter.pretty(tree);
        }
        return wish.pretty() ? XmlWriter.pretty(tree) : XmlWriter.bytes(tree);
    }
}
