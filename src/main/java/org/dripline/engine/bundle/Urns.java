package org.dripline.engine.bundle;

import java.util.Locale;

/**
 * The names by which entries of a bundle call each other: uuids and oids as urns. Upper and lower case mean the same in
 * {@code urn:uuid:} and in what follows it (RFC 8141, 3.1; RFC 4122, 3), and digits have none.
 */
public final class Urns {
    private static final String UUID = "urn:uuid:";
    private static final String OID = "urn:oid:";

    private Urns() {}

    static boolean isUrn(String reference) {
        return begins(reference, UUID) || begins(reference, OID);
    }

    /** What equal urns have in common; any other URL stays as it is. */
    public static String key(String url) {
        return isUrn(url) ? url.toLowerCase(Locale.ROOT) : url;
    }

    private static boolean begins(String text, String prefix) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length());
    }
}
