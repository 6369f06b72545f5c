package org.dripline.engine.history;

/** Whose history is asked for (R4, http.html#history). */
public sealed interface HistoryTarget {

    /** The resource type, or the empty string for all. */
    String type();

    /** {@code [type]/[id]/_history}. */
    record OfResource(String type, String id) implements HistoryTarget {}

    /** {@code [type]/_history}. */
    record OfType(String type) implements HistoryTarget {}

    /** {@code _history}. */
    record OfSystem() implements HistoryTarget {
        @Override
        public String type() {
            return "";
        }
    }
}
