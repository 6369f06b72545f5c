package org.dripline.laws;

import org.dripline.laws.oracle.DateSpan;
import org.jspecify.annotations.Nullable;

/** One value that a search can meet, as R4 takes it apart. */
sealed interface Indexed
        permits Indexed.Time, Indexed.Token, Indexed.Local, Indexed.Foreign, Indexed.Logical, Indexed.Canonical {

    /** A date, or what else spans a time. */
    record Time(DateSpan span) implements Indexed {}

    /** A code, identifier, boolean, text or uri. */
    record Token(@Nullable String system, @Nullable String code) implements Indexed {}

    /** A reference to a resource of this server. */
    record Local(String type, String id) implements Indexed {}

    /** A reference to anything else, as written. */
    record Foreign(String url) implements Indexed {}

    /** A reference by identifier only. */
    record Logical(String identifier) implements Indexed {}

    /** A canonical and its version. */
    record Canonical(String url, @Nullable String version) implements Indexed {}
}
