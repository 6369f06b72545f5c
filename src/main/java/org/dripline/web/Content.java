package org.dripline.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What is sent for a path: bytes of a media type.
 *
 * @param tag weak, as Tomcat leaves answers with a strong one uncompressed
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes go out as they are; the tag tells contents apart.
public record Content(String mediaType, byte[] bytes, String tag) {
    private static final int TAG_LENGTH = 20;

    public static Content of(String mediaType, byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            String tag = HexFormat.of().formatHex(digest).substring(0, TAG_LENGTH);
            return new Content(mediaType, bytes, "W/\"" + tag + "\"");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    public static Content ofText(String mediaType, String text) {
        return of(mediaType, text.getBytes(StandardCharsets.UTF_8));
    }
}
