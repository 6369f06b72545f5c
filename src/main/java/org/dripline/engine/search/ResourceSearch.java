package org.dripline.engine.search;

import java.util.List;
import org.dripline.access.Access;

/** Finds resources of one type. Thread-safe. */
public final class ResourceSearch {

    /** Runs one search; refuses with 400 what it does not understand. */
    public SearchPage search(Access access, String type, List<Parameter> parameters) {
        throw new UnsupportedOperationException();
    }
}
