package org.dripline.operation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonWriter;

/**
 * A document Bundle (R4, documents.html): the Composition first, then its author, what was derived, and the records.
 *
 * @param base the URL under which the records are found
 */
record Document(String id, String base, Instant now, List<String> profiles) {

    JsonObject bundle(JsonObject composition, List<JsonObject> derived, Records records) {
        List<JsonObject> resources = new ArrayList<>();
        resources.add(composition);
        resources.add(Author.device());
        resources.addAll(derived);
        records.all().forEach(resources::add);
        List<JsonObject> entries = resources.stream().map(this::entry).toList();
        byte[] content = JsonWriter.bytes(new Part().list("entry", entries).json());
        Part bundle = Part.resource("Bundle", id);
        if (!profiles.isEmpty()) {
            bundle.put("meta", meta(List.of()));
        }
        return bundle.put(
                        "identifier",
                        new Part()
                                .text("system", "urn:ietf:rfc:3986")
                                .text(
                                        "value",
                                        "urn:uuid:"
                                                + UUID.nameUUIDFromBytes(
                                                        Ids.sha256(content).getBytes(StandardCharsets.UTF_8))))
                .text("type", "document")
                .text("timestamp", now.toString())
                .list("entry", entries)
                .json();
    }

    JsonObject meta(List<JsonObject> tags) {
        return new Part()
                .list("profile", profiles.stream().map(Json::of).toList())
                .list("tag", tags)
                .json();
    }

    private JsonObject entry(JsonObject resource) {
        return new Part()
                .text("fullUrl", base + '/' + Records.reference(resource))
                .put("resource", resource)
                .json();
    }
}
