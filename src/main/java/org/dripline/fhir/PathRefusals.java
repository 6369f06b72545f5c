package org.dripline.fhir;

import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;

/** What is said of paths at which nothing is served. */
final class PathRefusals {
    private PathRefusals() {}

    static Refusal unknownOperation() {
        return Refusal.of(
                404,
                Issue.error(
                        "not-supported",
                        "operation-unknown",
                        "There is no such operation; /metadata lists what is served."));
    }

    static Refusal nothingHere() {
        return Refusal.notFound("Nothing is served at this path.");
    }
}
