package org.dripline.engine.history;

import org.dripline.engine.store.StoredVersion;

/**
 * One version in a history.
 *
 * @param number of its change, ascending without gaps in commit order over all types
 * @param created whether the resource did not exist before: it was new, or had been deleted
 */
public record HistoryEntry(long number, StoredVersion version, boolean created) {}
