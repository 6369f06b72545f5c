package org.dripline.access;

import org.jspecify.annotations.Nullable;

/** Who asks, and how far that caller sees. Whoever holds one may act on it, so only the edge of the server makes them. */
public final class Access {
    private final String author;
    private final @Nullable String patientId;

    private Access(String author, @Nullable String patientId) {
        this.author = author;
        this.patientId = patientId;
    }

    /** Sees every patient: the clinic's own systems. {@code author} is written beside each version. */
    public static Access ofClinic(String author) {
        return new Access(author, null);
    }

    /** Sees one patient's record and what belongs to nobody, such as Practitioner or Questionnaire. */
    public static Access ofPatient(String author, String patientId) {
        return new Access(author, patientId);
    }

    public String author() {
        return author;
    }

    public PatientScope scope() {
        return new PatientScope(patientId);
    }
}
