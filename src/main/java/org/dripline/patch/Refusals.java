package org.dripline.patch;

import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;

/** The words of refusals that several forms of patch share. They quote paths, never values. */
final class Refusals {
    private Refusals() {}

    /** How an operation is called in a text: {@code Operation 2 (counted from 0)}. */
    static String operation(int index) {
        return "Operation " + index + " (counted from 0)";
    }

    static Refusal tooMany(int count) {
        return Refusal.tooLarge(
                "patch-operations",
                "The patch has " + count + " operations; at most " + Operations.MAX_OPERATIONS
                        + " are accepted. Send the whole resource.");
    }

    /** 422: the operation does not fit what is stored. */
    static Refusal inapplicable(String text, String fhirPath) {
        return Refusal.of(422, Issue.error("processing", "patch-path", text).at(fhirPath));
    }

    /** 422: the state is not the one that the patch was made for. */
    static Refusal failedTest(String text, String fhirPath) {
        return Refusal.of(422, Issue.error("conflict", "patch-test", text).at(fhirPath));
    }
}
