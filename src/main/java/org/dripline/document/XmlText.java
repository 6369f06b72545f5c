package org.dripline.document;

/** Escapes text for XML so that a reader gets it back to the character, line ends included. */
final class XmlText {
    private XmlText() {}

    static void attribute(StringBuilder to, String text) {
        append(to, text, true);
    }

    static void content(StringBuilder to, String text) {
        append(to, text, false);
    }

    private static void append(StringBuilder to, String text, boolean attribute) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            switch (unit) {
                case '&' -> to.append("&amp;");
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                case '\r' -> to.append("&#13;");
                case '"' -> to.append(attribute ? "&quot;" : "\"");
                case '\'' -> to.append(attribute ? "&#39;" : "'");
                case '\n' -> to.append(attribute ? "&#10;" : "\n");
                case '\t' -> to.append(attribute ? "&#9;" : "\t");
                default -> to.append(unit);
            }
        }
    }
}
