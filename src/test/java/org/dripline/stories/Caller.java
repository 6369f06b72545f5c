package org.dripline.stories;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonWriter;

/** Somebody with an HTTP client, who holds every answer to what all answers promise. */
public final class Caller {
    private static final byte[] NOTHING = new byte[0];

    private final RunningServer server = RunningServer.get();

    public String base() {
        return server.base();
    }

    public Answer send(String method, String path, String... headers) {
        return Answer.of(server.send(method, path, NOTHING, headers));
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, headers);
    }

    /** Follows an absolute link of ours. */
    public Answer follow(String link) {
        if (!link.startsWith(base())) {
            throw new AssertionError("The link leads elsewhere: " + link);
        }
        return get(link.substring(base().length()));
    }

    public Answer post(String path, String json, String... headers) {
        return sendJson("POST", path, json, headers);
    }

    public Answer post(String path, JsonObject resource) {
        return post(path, new String(JsonWriter.bytes(resource), StandardCharsets.UTF_8));
    }

    public Answer put(String path, String json, String... headers) {
        return sendJson("PUT", path, json, headers);
    }

    public Answer patch(String path, String operations, String... headers) {
        byte[] body = operations.getBytes(StandardCharsets.UTF_8);
        return sendAs("application/json-patch+json", "PATCH", path, body, headers);
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, headers);
    }

    public Answer sendJson(String method, String path, String json, String... headers) {
        return sendAs("application/fhir+json", method, path, json.getBytes(StandardCharsets.UTF_8), headers);
    }

    public Answer sendXml(String method, String path, byte[] xml, String... headers) {
        return sendAs("application/fhir+xml", method, path, xml, headers);
    }

    public Answer sendAs(String contentType, String method, String path, byte[] body, String... headers) {
        String[] all = Stream.concat(Stream.of("Content-Type", contentType), Stream.of(headers))
                .toArray(String[]::new);
        return Answer.of(server.send(method, path, body, all));
    }
}
