package org.dripline.engine.bundle;

import java.util.List;
import java.util.Map;
import org.dripline.document.JsonObject;
import org.dripline.outcome.Issue;

/** Judges the resource of one entry. */
@FunctionalInterface
public interface EntryCheck {
    /**
     * The warnings of an acceptable resource; of any other an {@link org.dripline.outcome.Refusal}.
     *
     * @param reference type and id that the resource gets
     */
    List<Issue> check(String reference, JsonObject resource);

    /** Makes the check of one transaction, which may look at all its entries first. */
    @FunctionalInterface
    interface Maker {
        /**
         * Called once, before anything is checked or written.
         *
         * @param entries each resource under its type and id, the links between them resolved; empty for a deletion
         */
        EntryCheck of(Map<String, JsonObject> entries);
    }
}
