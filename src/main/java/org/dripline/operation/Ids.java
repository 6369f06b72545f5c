package org.dripline.operation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of what is derived: the same of the same source and kind, so that it replaces itself. */
final class Ids {
    private static final int DIGITS = 40;

    private Ids() {}

    static String of(String kind, String... source) {
        String text = kind + "\n" + String.join("\n", source);
        return kind + "-" + sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
