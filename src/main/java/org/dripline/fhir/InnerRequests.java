package org.dripline.fhir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonWriter;
import org.dripline.engine.bundle.EntryForm;
import org.dripline.engine.bundle.Place;
import org.dripline.engine.search.Parameter;
import org.dripline.engine.search.QueryText;
import org.jspecify.annotations.Nullable;

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
        InputStream body = body(entry, headers);
        FhirRequest inner = new FhirRequest(
                request.text("method").orElse(""),
                outer.base(),
                FhirRequest.segments(query < 0 ? url : url.substring(0, query)),
                parameters,
                name -> header(outer, headers, name));
        Interaction interaction = router.route(inner);
        if (interaction instanceof Interaction.Transaction || interaction instanceof Interaction.Capabilities) {
            throw place.wrong("request.url", "entry-url", "This is not served within a Bundle; send it by itself.");
        }
        return answering.answer(new Exchange(inner, Negotiation.DEFAULT, outer.access(), body), interaction);
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

    private static InputStream body(JsonObject entry, Map<String, String> headers) {
        return entry.object("resource")
                .<InputStream>map(resource -> new ByteArrayInputStream(JsonWriter.bytes(resource)))
                .orElseGet(InputStream::nullInputStream);
    }

    private static @Nullable String header(Exchange outer, Map<String, String> headers, String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }
}
