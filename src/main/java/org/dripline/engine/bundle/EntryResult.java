package org.dripline.engine.bundle;

import java.util.List;
import org.dripline.engine.store.Written;

/**
 * What became of one entry.
 *
 * @param <A> what a reading entry is answered with
 */
public sealed interface EntryResult<A> {

    /** What a change did: one thing, or any number for a deletion by criteria. */
    record Wrote<A>(List<Written> written) implements EntryResult<A> {}

    /** What a reading entry found. */
    record Read<A>(A answer) implements EntryResult<A> {}
}
