package org.dripline.fhir;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the caller wants back from a write: {@code Prefer: return=…} (R4, http.html#ops). */
enum Preference {
    REPRESENTATION,
    MINIMAL,
    OUTCOME;

    /** The preference stated; empty when none is, or none that we know: HTTP lets a server pass over those. */
    static Optional<Preference> of(FhirRequest request) {
        Optional<String> header = request.header("Prefer");
        if (header.isEmpty()) {
            return Optional.empty();
        }
        for (String part : header.get().split("[,;]", -1)) {
            switch (part.strip().toLowerCase(Locale.ROOT)) {
                case "return=minimal" -> {
                    return Optional.of(MINIMAL);
                }
                case "return=representation" -> {
                    return Optional.of(REPRESENTATION);
                }
                case "return=operationoutcome" -> {
                    return Optional.of(OUTCOME);
                }
                default -> {
                    // Another preference, not about the body.
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the caller would rather have unknown search parameters ignored: {@code Prefer: handling=lenient}. */
    static boolean isLenient(FhirRequest request) {
        return request.header("Prefer").stream()
                .flatMap(header -> Stream.of(header.split("[,;]", -1)))
                .anyMatch(part -> part.strip().equalsIgnoreCase("handling=lenient"));
    }
}
