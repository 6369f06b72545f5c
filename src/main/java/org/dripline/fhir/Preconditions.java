package org.dripline.fhir;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dripline.document.EntityTags;
import org.dripline.engine.store.ResourceIds;
import org.dripline.engine.store.StoredVersion;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;

/** The conditional headers of HTTP as FHIR uses them (R4, http.html#concurrency and #cread). */
final class Preconditions {
    static final String IF_NONE_EXIST = "If-None-Exist";

    private static final List<String> UNSUPPORTED_ON_WRITES =
            List.of("If-None-Match", "If-Modified-Since", "If-Unmodified-Since");

    private Preconditions() {}

    /** A version as a weak entity tag, {@code W/"3"}. */
    static String etag(StoredVersion version) {
        return "W/\"" + version.version() + '"';
    }

    /** Whether the caller has this version already. If-None-Match outranks If-Modified-Since. */
    static boolean notModified(FhirRequest request, StoredVersion version) {
        Optional<String> tags = request.header("If-None-Match");
        if (tags.isPresent()) {
            return EntityTags.anyIs(tags.get(), etag(version));
        }
        Optional<Instant> since = request.header("If-Modified-Since").flatMap(HttpDates::parse);
        return since.isPresent()
                && !version.updatedAt().truncatedTo(ChronoUnit.SECONDS).isAfter(since.get());
    }

    /** The version that If-Match names. */
    static OptionalLong ifMatch(FhirRequest request) {
        // An empty one is a condition that went wrong, not the wish for none.
        String header = request.headers().apply("If-Match");
        return header == null ? OptionalLong.empty() : OptionalLong.of(version(header));
    }

    /** A write under a condition we do not honour must not happen at all. */
    static void refuseUnsupported(FhirRequest request) {
        for (String name : UNSUPPORTED_ON_WRITES) {
            if (request.headers().apply(name) != null) {
                throw Refusal.of(
                        501,
                        Issue.error(
                                "not-supported", "not-supported", "The header " + name + " is not served on writes."));
            }
        }
    }

    /** Only a creation can depend on there being nothing. */
    static void refuseIfNoneExist(FhirRequest request) {
        if (request.headers().apply(IF_NONE_EXIST) != null) {
            throw Refusal.invalid(
                    "if-none-exist", "If-None-Exist goes with POST [base]/[type] only; leave it out here.");
        }
    }

    /** What is only being made has no version that could match. */
    static void refuseIfMatch(FhirRequest request) {
        if (request.header("If-Match").isPresent()) {
            throw Refusal.invalid("if-match", "A POST has no version to match; leave out If-Match.");
        }
    }

    private static long version(String tag) {
        return ResourceIds.versionOfTag(tag.strip())
                .orElseThrow(() -> Refusal.invalid(
                        "if-match", "If-Match takes the version last seen, as in the ETag header: W/\"3\"."));
    }
}
