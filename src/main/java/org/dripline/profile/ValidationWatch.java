package org.dripline.profile;

/** Hears of each validation, on its caller's thread. Must be quick, thread-safe and never throw. */
@FunctionalInterface
public interface ValidationWatch {
    /** Hears nothing. */
    ValidationWatch NONE = (path, outcome, nanos) -> {};

    /** Which way a verdict was found. */
    enum Path {
        /** By the reference validator. */
        REFERENCE
    }

    /** What came of it. */
    enum Outcome {
        /** May be stored, perhaps with warnings. */
        ACCEPTED,
        /** May not be stored. */
        REFUSED,
        /** Was not looked at: no validator was free in time. */
        BUSY
    }

    /**
     * A validation ended.
     *
     * @param nanos from the call to the verdict, with the wait for a free validator
     */
    void validated(Path path, Outcome outcome, long nanos);
}
