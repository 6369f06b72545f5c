package org.dripline.engine.store;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One version of one resource as it stands in the store.
 *
 * @param version counted from 1
 * @param updatedAt when it was accepted, to the millisecond
 * @param interaction what made it
 * @param document the document as accepted, UTF-8 JSON; null exactly when this version is a deletion
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes go out as they are; nobody compares versions by them.
public record StoredVersion(
        String type, String id, long version, Instant updatedAt, Interaction interaction, byte @Nullable [] document) {

    /** What was asked for; an update under an id of the client's choice may be the first version. */
    public enum Interaction {
        CREATE,
        UPDATE,
        PATCH,
        DELETE;

        /** The interaction as it stands in the database. */
        public static Interaction of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }

    public boolean deleted() {
        return document == null;
    }

    /** The bytes of a version that is not a deletion. */
    public byte[] content() {
        if (document == null) {
            throw new IllegalStateException("a deletion has no document");
        }
        return document;
    }
}
