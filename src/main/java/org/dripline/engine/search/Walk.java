package org.dripline.engine.search;

import java.time.Instant;
import java.util.List;

/**
 * How far a walk through pages has come.
 *
 * @param begun when the first page was read: what changes later is not shown again
 * @param sortValues the sort columns of the last match, as text
 * @param resourceKey the last match itself
 */
record Walk(Instant begun, List<String> sortValues, long resourceKey) {
    Walk {
        sortValues = List.copyOf(sortValues);
    }
}
