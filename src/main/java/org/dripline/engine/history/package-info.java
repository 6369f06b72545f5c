/**
 * What was: the versions of one resource, of a type or of all, in commit order, a page at a time. A page is taken from a
 * window of change numbers, so writers never move what a reader walks through. Reads only; may use the search's
 * parameters and wall, and the store's versions. Start with {@link ResourceHistory}.
 */
@NullMarked
package org.dripline.engine.history;

import org.jspecify.annotations.NullMarked;
