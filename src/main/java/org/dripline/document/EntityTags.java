package org.dripline.document;

import java.util.Arrays;

/** Entity tags, by which HTTP names versions of a document (RFC 9110, 8.8.3). */
public final class EntityTags {
    private EntityTags() {}

    /** Whether an If-None-Match names the version; compared weakly (RFC 9110, 13.1.2). */
    public static boolean anyIs(String ifNoneMatch, String tag) {
        return Arrays.stream(ifNoneMatch.split(",", -1))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || opaque(one).equals(opaque(tag)));
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
