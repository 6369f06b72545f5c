package org.dripline.fhir;

import java.util.function.Supplier;
import org.dripline.engine.bundle.Place;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;

/**
 * How much the entries of one bundle may read together: a few hundred bytes can ask for a thousand pages, and the whole
 * answer stands in memory.
 */
final class AnswerBudget {
    /** Bytes. The answer that passes it is still given, since a request of its own would get it. */
    static final long MAX_BYTES = 16L << 20;

    private long used;

    /** Reads for one entry, unless those before it have used up what there is. */
    Reply spend(Place place, Supplier<Reply> read) {
        if (used > MAX_BYTES) {
            throw Refusal.of(
                    413,
                    Issue.error(
                                    "too-costly",
                                    "answer-size",
                                    "The entries before this one have read more than " + (MAX_BYTES >> 20)
                                            + " MiB; ask for the rest in another Bundle, or for smaller pages.")
                            .at(place.path()));
        }
        Reply reply = read.get();
        byte[] body = reply.body();
        used += body == null ? 0 : body.length;
        return reply;
    }
}
