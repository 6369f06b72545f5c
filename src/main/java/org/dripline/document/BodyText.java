package org.dripline.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import org.dripline.outcome.Issue.Place;
import org.dripline.outcome.Refusal;

/** The characters of a body: within the size limit, strictly UTF-8, without a byte order mark. */
final class BodyText {
    private static final char REPLACEMENT = '\uFFFD';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private BodyText() {}

    static String decode(byte[] body, Limits limits, String rule) {
        if (body.length > limits.maxBytes()) {
            throw Refusal.tooLarge(
                    "body-size",
                    "The body has " + body.length + " bytes; at most " + limits.maxBytes()
                            + " are accepted. Send it in several requests.");
        }
        String text = new String(body, StandardCharsets.UTF_8);
        // The fast decoder replaces what is not UTF-8; only a text with that character needs the strict one.
        if (text.indexOf(REPLACEMENT) >= 0) {
            refuseInvalid(body, rule);
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static void refuseInvalid(byte[] body, String rule) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(body);
        CharBuffer characters = CharBuffer.allocate(body.length);
        if (decoder.decode(bytes, characters, true).isError()) {
            Place place = place(characters.flip());
            throw Malformed.structure(rule, "The body is not valid UTF-8. Encode it as UTF-8", place);
        }
    }

    private static Place place(CharBuffer before) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < before.length(); i++) {
            boolean newLine = before.charAt(i) == '\n';
            line += newLine ? 1 : 0;
            column = newLine ? 1 : column + 1;
        }
        return new Place(line, column);
    }
}
