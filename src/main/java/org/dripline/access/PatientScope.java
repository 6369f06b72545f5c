package org.dripline.access;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The patients whose records may be read: all, or exactly one. Only {@link Access} can make one. */
public final class PatientScope {
    private final @Nullable String patientId;

    PatientScope(@Nullable String patientId) {
        this.patientId = patientId;
    }

    /** The one patient, or empty when there is no wall. */
    public Optional<String> patientId() {
        return Optional.ofNullable(patientId);
    }

    /** Whether a resource of that patient may be seen; {@code null} belongs to nobody and is open to all. */
    public boolean admits(@Nullable String ownerId) {
        return patientId == null || ownerId == null || Objects.equals(patientId, ownerId);
    }
}
