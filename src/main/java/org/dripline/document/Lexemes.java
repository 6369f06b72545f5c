package org.dripline.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a string or a number may look like, in either format. Each check returns what is wrong, or null. */
final class Lexemes {
    /** R4's decimal, which is JSON's number. Possessive: it cannot backtrack. */
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?+(?:[eE]([+-]?[0-9]++))?+");

    private Lexemes() {}

    static @Nullable String numberFault(String lexeme, Limits limits) {
        if (lexeme.length() > limits.maxNumberLength()) {
            return "A number has " + lexeme.length() + " characters; at most " + limits.maxNumberLength()
                    + " are accepted";
        }
        Matcher number = NUMBER.matcher(lexeme);
        if (!number.matches()) {
            return "A number is expected, such as 1, 0.50 or 1.0e3, without blanks, plus sign or leading zeros";
        }
        String exponent = number.group(1);
        if (exponent != null && isOver(exponent, limits.maxExponent())) {
            return "A number has too large an exponent; at most " + limits.maxExponent() + " is accepted";
        }
        return null;
    }

    /**
     * R4 forbids control characters but tab, line feed and carriage return; XML, into which every document must go,
     * also forbids U+FFFE and U+FFFF; half a surrogate pair is no character at all.
     */
    static @Nullable String textFault(String text, Limits limits) {
        if (text.length() > limits.maxTextLength()) {
            return "A string has " + text.length() + " characters; at most " + limits.maxTextLength() + " are accepted";
        }
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit >= 0x20 && unit < 0xD800) {
                continue;
            }
            if (unit < 0x20 && unit != '\t' && unit != '\n' && unit != '\r') {
                return "A string holds a control character, which FHIR forbids; remove it";
            }
            if (unit >= 0xFFFE) {
                return "A string holds U+FFFE or U+FFFF, which are not characters; remove them";
            }
            if (Character.isSurrogate(unit)) {
                boolean paired = Character.isHighSurrogate(unit)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!paired) {
                    return "A string holds half of a surrogate pair; write the whole character";
                }
                i++;
            }
        }
        return null;
    }

    private static boolean isOver(String exponent, int max) {
        String digits = exponent.replaceFirst("^[+-]?0*+", "");
        return digits.length() > 9 || (!digits.isEmpty() && Integer.parseInt(digits) > max);
    }
}
