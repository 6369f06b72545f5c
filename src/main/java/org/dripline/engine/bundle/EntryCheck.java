package org.dripline.engine.bundle;

import java.util.List;
import org.dripline.document.JsonObject;
import org.dripline.outcome.Issue;

/** Judges the resource of one entry. */
@FunctionalInterface
public interface EntryCheck {
    /** The warnings of an acceptable resource; of any other an {@link org.dripline.outcome.Refusal}. */
    List<Issue> check(JsonObject resource);
}
