package org.dripline.engine.bundle;

import org.dripline.engine.store.Written;

/** What became of the entry with the given index, counted from 0. */
public record EntryResult(int index, Written written) {}
