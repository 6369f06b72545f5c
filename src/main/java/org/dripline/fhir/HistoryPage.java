package org.dripline.fhir;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.dripline.engine.store.ResourceIds;
import org.dripline.outcome.Refusal;

/**
 * Which part of a history is asked for.
 *
 * @param count versions a page
 * @param before only versions older than this one
 * @param since only versions accepted then or later; {@link Instant#MIN} for all
 */
record HistoryPage(int count, long before, Instant since) {
    static final Set<String> PARAMETERS = Set.of("_count", "_before", "_since");

    private static final int USUAL_COUNT = 50;
    private static final int MAX_COUNT = 1000;

    static HistoryPage of(FhirRequest request) {
        int count = request.parameter("_count").map(HistoryPage::count).orElse(USUAL_COUNT);
        long before = request.parameter("_before").map(HistoryPage::before).orElse(Long.MAX_VALUE);
        Instant since = request.parameter("_since").map(HistoryPage::since).orElse(Instant.MIN);
        return new HistoryPage(count, before, since);
    }

    boolean first() {
        return before == Long.MAX_VALUE;
    }

    /** The query of the page behind the given version. */
    String after(long version, Optional<String> sinceText) {
        String query = "_count=" + count + "&_before=" + version;
        // A plus sign would come back as a space.
        return sinceText.isEmpty()
                ? query
                : query + "&_since=" + sinceText.get().replace("+", "%2B");
    }

    private static int count(String text) {
        boolean number = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int count = number ? Integer.parseInt(text) : 0;
        if (count == 0) {
            throw Refusal.invalid(
                    "parameter-value", "The parameter _count is a whole number from 1 to " + MAX_COUNT + ".");
        }
        // FHIR lets a server return fewer than asked for; the next link leads on.
        return Math.min(count, MAX_COUNT);
    }

    private static long before(String text) {
        return ResourceIds.version(text)
                .orElseThrow(() -> Refusal.invalid(
                        "parameter-value", "The parameter _before comes from a next link; take the link as it is."));
    }

    private static Instant since(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Refusal.invalid(
                    "parameter-value", "The parameter _since is an instant, such as 2026-11-01T00:00:00Z.");
        }
    }
}
