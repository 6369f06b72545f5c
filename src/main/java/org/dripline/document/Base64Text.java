package org.dripline.document;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** R4's base64Binary (datatypes.html#base64Binary): groups of four characters, white space between them. */
public final class Base64Text {
    private static final Pattern WHITE_SPACE = Pattern.compile("[ \\t\\r\\n]+");

    private Base64Text() {}

    /** The bytes it stands for; empty when it is no base64, or has not even one group. */
    public static Optional<byte[]> decode(String text) {
        String groups = WHITE_SPACE.matcher(text).replaceAll("");
        if (groups.isEmpty() || groups.length() % 4 != 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(groups));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
