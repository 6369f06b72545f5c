package org.dripline.engine.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dripline.outcome.Refusal;

/** The text of search values: commas, bars and their escapes (R4, 3.1.1.4.19), and back into a URL. */
final class SearchText {
    private static final String ESCAPABLE = "\\,|$";

    private SearchText() {}

    /** Splits at every {@code separator} that no backslash escapes. The parts stay escaped. */
    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == separator) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
                if (i == text.length() || ESCAPABLE.indexOf(text.charAt(i)) < 0) {
                    throw Refusal.invalid(
                            "search-escape",
                            "A backslash in a search value escapes one of , | $ \\ and nothing else. Write \\\\ for a"
                                    + " backslash itself.");
                }
            }
            plain.append(text.charAt(i));
        }
        return plain.toString();
    }

    static String url(List<Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> encode(parameter.name()) + "=" + encode(parameter.value()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":");
    }
}
