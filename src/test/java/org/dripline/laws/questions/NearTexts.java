package org.dripline.laws.questions;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Texts that are like another one, and some that trip parsers and databases. */
final class NearTexts {
    static final List<String> HOSTILE = List.of(
            "%",
            "_",
            "a%",
            "%a",
            "'",
            "' or 'a'='a",
            "\"a\"",
            "\\",
            "a\\",
            ",",
            "|",
            "$",
            "a$b|c,d",
            "()*+?[]{}^",
            "\uD83D\uDC89",
            "\u05D0\u05D1",
            "\uFF21\uFF4E\uFF4E",
            "--",
            "null",
            "x".repeat(2000));

    /** Not to be escaped: what R4 gives no meaning. */
    static final List<String> MALFORMED = List.of("", "a,", ",a", "a,,b", "a\\b", "a\\", "a,b\\c");

    private NearTexts() {}

    /** In other case. */
    static Stream<String> otherCases(String text) {
        return Stream.of(text.toUpperCase(Locale.ROOT), text.toLowerCase(Locale.ROOT))
                .filter(other -> !other.equals(text))
                .distinct();
    }

    /** Its beginning, middle and end, cut between characters. */
    static Stream<String> pieces(String text) {
        int length = text.codePointCount(0, text.length());
        if (length < 3) {
            return Stream.empty();
        }
        int third = text.offsetByCodePoints(0, length / 3);
        int twoThirds = text.offsetByCodePoints(0, 2 * length / 3);
        return Stream.of(text.substring(0, twoThirds), text.substring(third, twoThirds), text.substring(third))
                .filter(piece -> !piece.isBlank());
    }

    /** With an accent, a letter, a point or a space more. */
    static Stream<String> more(String text) {
        return Stream.of(
                text + "x", text + "\u0301", text + ".", " " + text + "  ", "(" + text.replace(" ", "\t ") + ")");
    }
}
