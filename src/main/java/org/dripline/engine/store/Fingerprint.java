package org.dripline.engine.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.dripline.engine.mapping.ResourceCatalog;
import org.jspecify.annotations.Nullable;

/** Tells whether typed rows are what this server would make of their documents. */
public final class Fingerprint {
    /** Raise it when the projector makes other rows of the same mapping. */
    private static final int PROJECTOR = 1;

    private Fingerprint() {}

    /**
     * SHA-256 in hexadecimal of all that shapes typed rows.
     *
     * @param zone where a date without a time zone is meant
     * @param base the URL below which references are to this server, as the operator set it
     */
    public static String of(ResourceCatalog catalog, ZoneId zone, @Nullable String base) {
        String mapped = catalog.all().stream()
                .flatMap(mapping -> mapping.elements().stream())
                .map(element -> element.path().text() + " " + element.layout())
                .sorted()
                .collect(Collectors.joining("\n"));
        String all = PROJECTOR + "\n" + zone + "\n" + base + "\n" + mapped;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
