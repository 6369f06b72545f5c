package org.dripline.engine.store;

import java.util.List;
import java.util.Optional;
import org.dripline.access.Access;

/** Reads and writes resources of every type in the catalog. Thread-safe. */
public final class ResourceStore {

    /** The current version, also when it is a deletion; empty when absent or hidden from the caller. */
    public Optional<StoredVersion> read(Access access, String type, String id) {
        throw new UnsupportedOperationException();
    }

    /** One version; empty when absent or hidden from the caller. */
    public Optional<StoredVersion> readVersion(Access access, String type, String id, long version) {
        throw new UnsupportedOperationException();
    }

    /** The versions of one resource, newest first, older than {@code before}; at most {@code count}. */
    public List<StoredVersion> history(Access access, String type, String id, long before, int count) {
        throw new UnsupportedOperationException();
    }

    /** Writes all or nothing; durable when it returns. Answers in the order of {@code writes}. */
    public List<Written> write(Access access, List<Write> writes) {
        throw new UnsupportedOperationException();
    }
}
