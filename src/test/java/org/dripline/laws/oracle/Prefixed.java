package org.dripline.laws.oracle;

import java.util.Set;

/**
 * A value and the prefix in front of it (R4, 3.1.1.4.5).
 *
 * @param prefix {@code eq} when none is written
 */
record Prefixed(String prefix, String value) {
    private static final Set<String> PREFIXES = Set.of("eq", "ne", "gt", "lt", "ge", "le", "sa", "eb", "ap");

    static Prefixed of(String text) {
        String first = text.substring(0, Math.min(2, text.length()));
        return PREFIXES.contains(first) ? new Prefixed(first, text.substring(2)) : new Prefixed("eq", text);
    }
}
