package org.dripline.fhir;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.dripline.document.Json;
import org.dripline.document.JsonWriter;
import org.jspecify.annotations.Nullable;

/** The answers to the entries of a bundle, entry by entry in the order of the request (R4, bundle.html#batch). */
final class EntryReplies {
    /** Where what is read stands, without its version (RFC 9110, 8.7). */
    static final String URL = "Content-Location";

    private static final String VERSION = "/_history/";

    private final BundleBytes bundle;
    private final String root;

    EntryReplies(String type, String base) {
        this.bundle = new BundleBytes(type, OptionalLong.empty());
        this.root = base + '/';
    }

    /**
     * Adds one answer.
     *
     * @param outcome whether its body is an OperationOutcome
     */
    void add(Reply reply, boolean outcome) {
        bundle.open();
        byte[] body = reply.body();
        String location = location(reply);
        if (body != null && !outcome) {
            String url = location == null ? reply.headers().get(URL) : root + withoutVersion(location);
            if (url != null) {
                bundle.fullUrl(url);
            }
            bundle.resource(body);
        }
        bundle.member("response", response(reply, location, outcome ? body : null))
                .close();
    }

    Reply reply() {
        return Reply.json(200, bundle.bytes());
    }

    /** Relative to the base, whether or not the answer says it so. */
    private @Nullable String location(Reply reply) {
        String location = reply.headers().get("Location");
        return location != null && location.startsWith(root) ? location.substring(root.length()) : location;
    }

    private static String withoutVersion(String location) {
        int version = location.indexOf(VERSION);
        return version < 0 ? location : location.substring(0, version);
    }

    private static String response(Reply reply, @Nullable String location, byte @Nullable [] outcome) {
        StringBuilder json = new StringBuilder("{\"status\":").append(text(status(reply.status())));
        if (location != null) {
            json.append(",\"location\":").append(text(location));
        }
        String etag = reply.headers().get("ETag");
        if (etag != null) {
            json.append(",\"etag\":").append(text(etag));
        }
        if (reply.modified() != null) {
            json.append(",\"lastModified\":").append(text(reply.modified().toString()));
        }
        if (outcome != null) {
            json.append(",\"outcome\":").append(new String(outcome, StandardCharsets.UTF_8));
        }
        return json.append('}').toString();
    }

    private static String text(String text) {
        return new String(JsonWriter.bytes(Json.of(text)), StandardCharsets.UTF_8);
    }

    /** With the words of HTTP, for people. */
    private static String status(int status) {
        return switch (status) {
            case 200 -> "200 OK";
            case 201 -> "201 Created";
            case 204 -> "204 No Content";
            case 304 -> "304 Not Modified";
            case 400 -> "400 Bad Request";
            case 404 -> "404 Not Found";
            case 405 -> "405 Method Not Allowed";
            case 409 -> "409 Conflict";
            case 410 -> "410 Gone";
            case 412 -> "412 Precondition Failed";
            case 422 -> "422 Unprocessable Entity";
            default -> Integer.toString(status);
        };
    }
}
