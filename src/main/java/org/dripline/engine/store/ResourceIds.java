package org.dripline.engine.store;

import java.util.OptionalLong;

/** The form of ids, versions and version tags. */
public final class ResourceIds {
    private static final int MAX_LENGTH = 64;
    private static final int MAX_VERSION_DIGITS = 18;

    private ResourceIds() {}

    /** Whether this is an id (R4, datatypes.html#id): 1 to 64 letters, digits, hyphens and dots. */
    public static boolean valid(String id) {
        if (id.isEmpty() || id.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (!isLetter(c) && !isDigit(c) && c != '-' && c != '.') {
                return false;
            }
        }
        // FHIR's own rule would let these two through, but every HTTP client takes them out of a URL.
        return !id.equals(".") && !id.equals("..");
    }

    /** The number that a version id stands for; ours are written without sign or leading zero. */
    public static OptionalLong version(String text) {
        boolean canonical = !text.isEmpty()
                && text.length() <= MAX_VERSION_DIGITS
                && text.charAt(0) != '0'
                && text.chars().allMatch(c -> isDigit((char) c));
        return canonical ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** The version that an entity tag names, weak {@code W/"3"} or strong {@code "3"}. */
    public static OptionalLong versionOfTag(String tag) {
        String strong = tag.startsWith("W/") ? tag.substring(2) : tag;
        boolean quoted = strong.length() > 2 && strong.startsWith("\"") && strong.endsWith("\"");
        return quoted ? version(strong.substring(1, strong.length() - 1)) : OptionalLong.empty();
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
