package org.dripline.engine.search;

import java.util.Locale;

/** R4's prefixes for ordered values (3.1.1.4.5). */
enum DatePrefix {
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
    static DatePrefix of(String value) {
        for (DatePrefix prefix : values()) {
            if (value.startsWith(prefix.code())) {
                return prefix;
            }
        }
        return EQ;
    }
}
