package org.dripline.fhir;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.dripline.document.Limits;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.dripline.patch.Patch;
import org.dripline.patch.PatchFormat;
import org.dripline.profile.BodyFormat;

/** Reads the body of a PATCH by its Content-Type, refusing with 415 or 400. */
final class PatchBody {
    /** RFC 5789, 3.1. */
    private static final String ACCEPT_PATCH =
            Stream.of(PatchFormat.values()).map(PatchFormat::mediaType).collect(joining(", "));

    private PatchBody() {}

    static Patch read(Exchange exchange, Limits limits) throws IOException {
        PatchFormat format = exchange.request()
                .header("Content-Type")
                .map(MediaRange::parse)
                .flatMap(PatchBody::format)
                .orElseThrow(PatchBody::unsupported);
        return Patch.read(format, RequestBody.read(exchange, limits.maxBytes()), limits);
    }

    private static Optional<PatchFormat> format(MediaRange type) {
        Optional<PatchFormat> exact = type.utf8() ? PatchFormat.find(type.type()) : Optional.empty();
        return exact.isPresent()
                ? exact
                : type.bodyFormat()
                        .map(format -> format.bodyFormat() == BodyFormat.JSON
                                ? PatchFormat.FHIRPATH_JSON
                                : PatchFormat.FHIRPATH_XML);
    }

    private static Refusal unsupported() {
        return Refusal.of(
                        415,
                        Issue.error(
                                "not-supported",
                                "patch-content-type",
                                "Send a patch with one of these Content-Types: " + ACCEPT_PATCH
                                        + "; the FHIR ones for a FHIRPath Patch as Parameters."))
                .with("Accept-Patch", ACCEPT_PATCH);
    }
}
