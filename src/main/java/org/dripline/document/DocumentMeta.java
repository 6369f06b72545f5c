package org.dripline.document;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The three fields of a document that the server sets: {@code id}, {@code meta.versionId}, {@code meta.lastUpdated}. */
public final class DocumentMeta {
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private DocumentMeta() {}

    /**
     * A copy with the server's fields set, in UTC and milliseconds. Everything else stays, in its order, extensions on
     * the three fields included.
     */
    public static JsonObject stamp(JsonObject resource, String id, long versionId, Instant lastUpdated) {
        JsonObject meta = stampedMeta(
                resource.object("meta").orElse(JsonObject.EMPTY),
                Json.of(Long.toString(versionId)),
                Json.of(INSTANT.format(lastUpdated)));
        Map<String, Json> stamped = new LinkedHashMap<>();
        Json type = resource.get("resourceType");
        if (type != null) {
            stamped.put("resourceType", type);
        }
        stamped.put("id", Json.of(id));
        if (resource.get("meta") == null) {
            stamped.put("meta", meta);
        }
        resource.members().forEach(stamped::putIfAbsent);
        stamped.put("meta", meta);
        return new JsonObject(stamped);
    }

    /** A copy without the server's fields, and without a {@code meta} that holds nothing else: the client's part. */
    public static JsonObject withoutServerFields(JsonObject resource) {
        JsonObject bare = resource.without("id");
        if (!(bare.get("meta") instanceof JsonObject meta)) {
            return bare;
        }
        JsonObject rest = meta.without("versionId").without("lastUpdated");
        return rest.members().isEmpty() ? bare.without("meta") : bare.with("meta", rest);
    }

    private static JsonObject stampedMeta(JsonObject meta, Json versionId, Json lastUpdated) {
        Map<String, Json> stamped = new LinkedHashMap<>();
        // FHIR's order: what is not there yet goes in front.
        if (meta.get("versionId") == null) {
            stamped.put("versionId", versionId);
        }
        if (meta.get("lastUpdated") == null) {
            stamped.put("lastUpdated", lastUpdated);
        }
        stamped.putAll(meta.with("versionId", versionId)
                .with("lastUpdated", lastUpdated)
                .members());
        return new JsonObject(stamped);
    }
}
