package org.dripline.engine.search;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.dripline.outcome.Refusal;

/**
 * Decodes percent-encoded text strictly (RFC 3986): a broken escape, bytes that are no UTF-8 and NUL are the caller's
 * mistake. The servlet container would drop such parameters without a word, and the search would answer too much.
 */
public final class PercentText {
    private PercentText() {}

    /** Decodes a segment of a path, where {@code +} is itself. */
    public static String path(String raw) {
        return plain(raw, false) ? raw : decode(raw, false);
    }

    /** Decodes a name or value of a query or form, where {@code +} is a space. */
    public static String query(String raw) {
        return plain(raw, true) ? raw : decode(raw, true);
    }

    private static boolean plain(String raw, boolean form) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%' || c == 0 || c >= 0x80 || (form && c == '+')) {
                return false;
            }
        }
        return true;
    }

    private static String decode(String raw, boolean form) {
        ByteBuffer bytes = ByteBuffer.allocate(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                bytes.put(escaped(raw, i));
                i += 2;
            } else if (c > 0xFF) {
                throw wrong("holds a character that must be percent-encoded");
            } else {
                // Tomcat hands raw bytes on as characters; clients that do not escape UTF-8 are understood.
                bytes.put((byte) (form && c == '+' ? ' ' : c));
            }
        }
        return utf8(bytes.flip());
    }

    private static byte escaped(String raw, int at) {
        boolean digits = at + 2 < raw.length()
                && HexFormat.isHexDigit(raw.charAt(at + 1))
                && HexFormat.isHexDigit(raw.charAt(at + 2));
        if (!digits) {
            throw wrong("has a % that two hexadecimal digits do not follow; write a percent sign as %25");
        }
        return (byte) HexFormat.fromHexDigits(raw, at + 1, at + 3);
    }

    private static String utf8(ByteBuffer bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw wrong("is not UTF-8 after percent-decoding");
        }
        if (text.indexOf(0) >= 0) {
            throw wrong("holds a NUL character");
        }
        return text;
    }

    private static Refusal wrong(String what) {
        return Refusal.malformed("url-encoding", "The URL or form " + what + ".");
    }
}
