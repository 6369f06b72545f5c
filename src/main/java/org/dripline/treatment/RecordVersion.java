package org.dripline.treatment;

import java.util.Comparator;

/**
 * One version of one record.
 *
 * @param type as FHIR names it, such as {@code Observation}
 * @param version counted from 1; 0 when the record's version is not known
 */
public record RecordVersion(String type, String id, long version) implements Comparable<RecordVersion> {
    private static final Comparator<RecordVersion> ORDER =
            Comparator.comparing(RecordVersion::type).thenComparing(RecordVersion::id);

    /** Such as {@code Observation/12}. */
    public String reference() {
        return type + '/' + id;
    }

    /** Such as {@code Observation/12/_history/2}. */
    public String versioned() {
        return version == 0 ? reference() : reference() + "/_history/" + version;
    }

    @Override
    public int compareTo(RecordVersion other) {
        return ORDER.compare(this, other);
    }
}
