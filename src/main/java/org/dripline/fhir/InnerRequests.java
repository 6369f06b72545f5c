package org.dripline.fhir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dripline.document.Base64Text;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonWriter;
import org.dripline.engine.bundle.EntryForm;
import org.dripline.engine.bundle.Place;
import org.dripline.engine.search.Parameter;
import org.dripline.engine.search.QueryText;

/**
 * Answers an entry of a bundle as if it had come as a request of its own, so that an entry can do what a request can,
 * and nothing else.
 */
final class InnerRequests {
    private static final Map<String, String> CONDITIONS = Map.of(
            "ifMatch", "If-Match",
            "ifNoneExist", Preconditions.IF_NONE_EXIST,
            "ifNoneMatch", "If-None-Match");

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE");

    private final Router router;
    private final Answering answering;
    private final int maxParameters;

    /** Answers one interaction. */
    @FunctionalInterface
    interface Answering {
        Reply answer(Exchange exchange, Interaction interaction) throws IOException;
    }

    InnerRequests(Router router, Answering answering, int maxParameters) {
        this.router = router;
        this.answering = answering;
        this.maxParameters = maxParameters;
    }

    Reply answer(Exchange outer, Place place, JsonObject entry) {
        JsonObject request = EntryForm.request(place, entry);
        String method = method(place, request);
        String url = request.text("url").orElse("");
        int query = url.indexOf('?');
        String path = query < 0 ? url : url.substring(0, query);
        if (url.isEmpty() || url.startsWith("/") || path.contains("://")) {
            throw place.wrong("request.url", "entry-url", "The url of an entry is relative to the base: [type]/[id].");
        }
        List<Parameter> parameters = query < 0 ? List.of() : QueryText.parse(url.substring(query + 1), maxParameters);
        Map<String, String> headers = headers(outer, place, request);
        byte[] body = body(place, method, entry, headers);
        FhirRequest inner = new FhirRequest(
                method,
                outer.base(),
                FhirRequest.segments(path),
                parameters,
                name -> headers.get(name.toLowerCase(Locale.ROOT)));
        Interaction interaction = router.route(inner);
        if (interaction instanceof Interaction.Transaction || interaction instanceof Interaction.Capabilities) {
            throw place.wrong("request.url", "entry-url", "This is not served within a Bundle; send it by itself.");
        }
        Reply reply = answer(
                new Exchange(inner, Negotiation.DEFAULT, outer.access(), new ByteArrayInputStream(body), outer.log()),
                interaction);
        return method.equals("HEAD") ? reply.withoutBody() : named(reply, outer, interaction);
    }

    private Reply answer(Exchange inner, Interaction interaction) {
        try {
            return answering.answer(inner, interaction);
        } catch (IOException impossible) {
            // Its body is in memory.
            throw new UncheckedIOException(impossible);
        }
    }

    /** What is read has its own URL, which becomes the fullUrl of the answer. */
    private static Reply named(Reply reply, Exchange outer, Interaction interaction) {
        String root = outer.base() + '/' + interaction.type() + '/';
        return switch (interaction) {
            case Interaction.Read read -> reply.with(EntryReplies.URL, root + read.id());
            case Interaction.Vread vread -> reply.with(EntryReplies.URL, root + vread.id());
            default -> reply;
        };
    }

    private static String method(Place place, JsonObject request) {
        String method = request.text("method").orElse("");
        switch (method) {
            case "GET", "HEAD" -> EntryForm.requireOnly(place, request, "ifNoneMatch", "ifModifiedSince");
            case "POST" -> EntryForm.requireOnly(place, request, "ifNoneExist");
            case "PUT", "PATCH", "DELETE" -> EntryForm.requireOnly(place, request, "ifMatch");
            default ->
                throw place.wrong(
                        "request.method",
                        "entry-method",
                        "An entry takes GET, HEAD, POST, PUT, PATCH and DELETE, in upper case.");
        }
        return method;
    }

    private static Map<String, String> headers(Exchange outer, Place place, JsonObject request) {
        Map<String, String> headers = new HashMap<>();
        CONDITIONS.forEach((member, header) -> condition(place, request, member)
                .ifPresent(value -> headers.put(header.toLowerCase(Locale.ROOT), value)));
        condition(place, request, "ifModifiedSince")
                .ifPresent(text -> headers.put(
                        "if-modified-since",
                        HttpDates.ofInstant(text)
                                .orElseThrow(() -> place.wrong(
                                        "request.ifModifiedSince",
                                        "entry-condition",
                                        "ifModifiedSince is an instant, such as 2026-11-01T00:00:00Z."))));
        headers.put("content-type", "application/fhir+json");
        // As for the whole: an entry sends a resource back only on request.
        String prefer =
                outer.request().header("Prefer").map(sent -> sent + ", ").orElse("");
        headers.put("prefer", Preference.of(outer.request()).isPresent() ? prefer : prefer + "return=minimal");
        return headers;
    }

    /** A condition that is no string must not be passed over. */
    private static Optional<String> condition(Place place, JsonObject request, String member) {
        Optional<String> text = request.text(member);
        if (text.isEmpty() && request.get(member) != null) {
            throw place.wrong("request." + member, "entry-condition", member + " is a string.");
        }
        return text;
    }

    /** The resource, or what a Binary holds for a PATCH (R4, http.html#patch). */
    private static byte[] body(Place place, String method, JsonObject entry, Map<String, String> headers) {
        Optional<JsonObject> resource = entry.object("resource");
        if (entry.get("resource") != null && WITHOUT_BODY.contains(method)) {
            throw place.wrong("resource", "entry-resource", "A " + method + " has no resource.");
        }
        boolean held =
                method.equals("PATCH") && resource.map(JsonObject::resourceType).equals(Optional.of("Binary"));
        if (!held) {
            return resource.map(JsonWriter::bytes).orElse(new byte[0]);
        }
        headers.put(
                "content-type",
                resource.flatMap(binary -> binary.text("contentType")).orElse(""));
        return resource.flatMap(binary -> binary.text("data"))
                .flatMap(Base64Text::decode)
                .orElseThrow(() ->
                        place.wrong("resource.data", "patch-entry", "The data of a Binary is a patch in base64."));
    }
}
