package org.dripline.engine.search;

import java.util.Locale;

/** R4's prefixes for ordered values (3.1.1.4.5). */
enum Prefix {
    EQ,
    NE,
    GT,
    LT,
    GE,
    LE,
    SA,
    EB,
    AP;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The prefix a value begins with, {@link #EQ} when it begins with a digit. */
    static Prefix of(String value) {
        for (Prefix prefix : values()) {
            if (value.startsWith(prefix.code())) {
                return prefix;
            }
        }
        return EQ;
    }
}
