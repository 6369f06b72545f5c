package org.dripline.fhir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    Reply answer(Exchange outer, Place place, JsonObject entry) throws IOException {
        JsonObject request = EntryForm.request(place, entry);
        String url = request.text("url").orElse("");
        if (url.isEmpty() || url.startsWith("/") || url.contains("://")) {
            throw place.wrong("request.url", "entry-url", "The url of an entry is relative to the base: [type]/[id].");
        }
        int query = url.indexOf('?');
        List<Parameter> parameters = query < 0 ? List.of() : QueryText.parse(url.substring(query + 1), maxParameters);
        Map<String, String> headers = headers(outer, place, request);
        byte[] body = body(place, request, entry, headers);
        FhirRequest inner = new FhirRequest(
                request.text("method").orElse(""),
                outer.base(),
                FhirRequest.segments(query < 0 ? url : url.substring(0, query)),
                parameters,
                name -> headers.get(name.toLowerCase(Locale.ROOT)));
        Interaction interaction = router.route(inner);
        if (interaction instanceof Interaction.Transaction || interaction instanceof Interaction.Capabilities) {
            throw place.wrong("request.url", "entry-url", "This is not served within a Bundle; send it by itself.");
        }
        return answering.answer(
                new Exchange(inner, Negotiation.DEFAULT, outer.access(), new ByteArrayInputStream(body)), interaction);
    }

    private static Map<String, String> headers(Exchange outer, Place place, JsonObject request) {
        Map<String, String> headers = new HashMap<>();
        CONDITIONS.forEach((member, header) ->
                request.text(member).ifPresent(value -> headers.put(header.toLowerCase(Locale.ROOT), value)));
        request.text("ifModifiedSince")
                .ifPresent(text -> headers.put(
                        "if-modified-since",
                        HttpDates.ofInstant(text)
                                .orElseThrow(() -> place.wrong(
                                        "request.ifModifiedSince",
                                        "entry-condition",
                                        "ifModifiedSince is an instant, such as 2026-11-01T00:00:00Z."))));
        headers.put("content-type", "application/fhir+json");
        // As for the whole: an entry sends a resource back only on request.
        headers.put("prefer", outer.request().header("Prefer").orElse("return=minimal"));
        return headers;
    }

    /** The resource, or what a Binary holds for a PATCH (R4, http.html#patch). */
    private static byte[] body(Place place, JsonObject request, JsonObject entry, Map<String, String> headers) {
        Optional<JsonObject> resource = entry.object("resource");
        boolean held = request.text("method").equals(Optional.of("PATCH"))
                && resource.map(JsonObject::resourceType).equals(Optional.of("Binary"));
        if (!held) {
            return resource.map(JsonWriter::bytes).orElse(new byte[0]);
        }
        headers.put(
                "content-type",
                resource.flatMap(binary -> binary.text("contentType")).orElse(""));
        try {
            String data = resource.flatMap(binary -> binary.text("data")).orElse("");
            return Base64.getMimeDecoder().decode(data);
        } catch (IllegalArgumentException notBase64) {
            throw place.wrong("resource.data", "patch-entry", "The data of a Binary is a patch in base64.");
        }
    }
}
