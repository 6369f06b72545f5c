package org.dripline.fhir;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.dripline.document.XmlReader;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.dripline.profile.BodyFormat;
import org.dripline.profile.ProfileValidator;
import org.dripline.profile.Verdict;

/** A resource as it was sent: its very bytes, and the same as a tree. */
@SuppressWarnings("ArrayRecordComponent") // The validator wants the bytes as sent; nobody compares bodies.
record ResourceBody(byte[] bytes, BodyFormat format, JsonObject resource) {
    /** What our XML reader says of a body that is well-formed XML but not a FHIR resource. */
    private static final Set<String> ELEMENT_RULES = Set.of(
            "xml-unknown-element",
            "xml-unknown-attribute",
            "xml-repeated-element",
            "xml-missing-resource",
            "xml-stray-text");

    /** Reads bodies of resources, refusing with 413, 415 or 400. */
    record Reader(Limits limits, ProfileValidator validator) {

        ResourceBody read(Exchange exchange) throws IOException {
            BodyFormat format = format(exchange.request().header("Content-Type"))
                    .orElseThrow(Reader::unsupported)
                    .bodyFormat();
            return read(RequestBody.read(exchange, limits.maxBytes()), format);
        }

        /** A body for a resource of a type; for a Binary it may be the content, of any media type. */
        ResourceBody read(Exchange exchange, String type) throws IOException {
            Optional<String> contentType = exchange.request().header("Content-Type");
            if (!type.equals(BinaryContent.TYPE) || contentType.isEmpty()) {
                return read(exchange).ofType(type);
            }
            byte[] bytes = RequestBody.read(exchange, limits.maxBytes());
            Optional<Format> format = format(contentType);
            if (format.isPresent()) {
                Optional<ResourceBody> body = perhaps(bytes, format.get(), BinaryContent.isFhir(contentType.get()));
                if (body.isPresent() && body.get().resource().resourceType().equals(type)) {
                    return body.get();
                }
            }
            return BinaryContent.of(exchange.request(), bytes, limits);
        }

        /** A body that is not said to be FHIR may be any JSON or XML, such as a report of another system. */
        private Optional<ResourceBody> perhaps(byte[] bytes, Format format, boolean fhir) {
            try {
                return Optional.of(read(bytes, format.bodyFormat()));
            } catch (Refusal refusal) {
                if (fhir) {
                    throw refusal;
                }
                return Optional.empty();
            }
        }

        private ResourceBody read(byte[] bytes, BodyFormat format) {
            JsonObject resource = format == BodyFormat.JSON ? JsonReader.read(bytes, limits) : xml(bytes);
            if (resource.resourceType().isEmpty()) {
                throw Refusal.malformed(
                        "resource-type", "The body is not a resource: it needs a resourceType, such as \"Patient\".");
            }
            return new ResourceBody(bytes, format, resource);
        }

        private static Optional<Format> format(Optional<String> contentType) {
            return contentType.map(MediaRange::parse).flatMap(MediaRange::bodyFormat);
        }

        private static Refusal unsupported() {
            return Refusal.of(
                    415,
                    Issue.error(
                            "not-supported",
                            "content-type",
                            "Send a resource of FHIR 4.0 with the Content-Type application/fhir+json or"
                                    + " application/fhir+xml, in UTF-8."));
        }

        private JsonObject xml(byte[] bytes) {
            try {
                return XmlReader.read(bytes, limits);
            } catch (Refusal first) {
                throw allIssues(bytes, first);
            }
        }

        /** Our reader stops at the first fault; of a body that is well-formed the validator can list them all. */
        private Refusal allIssues(byte[] bytes, Refusal first) {
            boolean element = first.issues().stream().anyMatch(issue -> ELEMENT_RULES.contains(issue.rule()));
            if (first.status() != 400 || !element) {
                return first;
            }
            Verdict verdict = validator.check(bytes, BodyFormat.XML, JsonObject.EMPTY);
            return verdict.refused() ? Refusal.of(400, verdict.issues()) : first;
        }
    }

    /** The body must be of the type that the URL names. */
    ResourceBody ofType(String type) {
        if (!resource.resourceType().equals(type)) {
            throw Refusal.malformed(
                    "resource-type", "The URL names " + type + ", so the body must be a " + type + " as well.");
        }
        return this;
    }

    /** The body of an update must repeat the id of the URL (R4, http.html#update). */
    ResourceBody withId(String type, String id) {
        if (!resource.text("id").equals(Optional.of(id))) {
            throw Refusal.of(
                    400,
                    List.of(Issue.error("value", "id-mismatch", "The body must hold the same id as the URL.")
                            .at(type + ".id")));
        }
        return this;
    }
}
