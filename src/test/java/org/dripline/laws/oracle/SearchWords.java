package org.dripline.laws.oracle;

import java.util.ArrayList;
import java.util.List;

/** The text of search values: separators, and the backslash that makes them plain characters (R4, 3.1.1.4.19). */
final class SearchWords {
    private static final String ESCAPED = "\\,|$";

    private SearchWords() {}

    /** What stands between the separators that no backslash escapes, itself still escaped. */
    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean escaped = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == separator && !escaped) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
            escaped = c == '\\' && !escaped;
        }
        parts.add(part.toString());
        return parts;
    }

    /** The alternatives of a value; R4 gives none a meaning that is empty. */
    static List<String> alternatives(String value) {
        List<String> alternatives = split(value, ',');
        if (alternatives.contains("")) {
            throw new Refused("a value is empty");
        }
        return alternatives;
    }

    /** The characters that are meant; "the parameter value {@code xx\xx} is illegal". */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        boolean escaped = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (escaped && ESCAPED.indexOf(c) < 0) {
                throw new Refused("a backslash escapes nothing");
            }
            if (escaped || c != '\\') {
                plain.append(c);
            }
            escaped = c == '\\' && !escaped;
        }
        if (escaped) {
            throw new Refused("a backslash stands at the end");
        }
        return plain.toString();
    }
}
