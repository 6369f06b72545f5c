package org.dripline.engine.store;

import java.util.List;
import java.util.Optional;
import org.dripline.outcome.Issue;
import org.jspecify.annotations.Nullable;

/**
 * What became of one {@link Write}.
 *
 * @param effect what happened
 * @param version the version that now stands; null only for the deletion of something that never was
 * @param issues the warnings and information it earned
 */
public record Written(Effect effect, @Nullable StoredVersion version, List<Issue> issues) {

    /** What a write did. */
    public enum Effect {
        CREATED,
        UPDATED,
        DELETED,
        NOTHING
    }

    public Optional<StoredVersion> findVersion() {
        return Optional.ofNullable(version);
    }
}
