package org.dripline.document;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code href} of links and the {@code src} of images in a narrative; all else stays to the character. */
final class NarrativeLinks {
    private static final Map<String, String> LINK_ATTRIBUTES = Map.of("a", "href", "img", "src");

    /** A comment or character data, in which nothing is a tag, or the start of a tag. */
    private static final Pattern MARKUP = Pattern.compile("<!--|<!\\[CDATA\\[|<([A-Za-z][\\w:.-]*+)");

    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\s++([A-Za-z_][\\w:.-]*+)\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)')");

    private final String div;
    private final UnaryOperator<String> replacement;
    private final StringBuilder rewritten = new StringBuilder();
    /** Up to here the narrative has been copied. */
    private int copied;

    private NarrativeLinks(String div, UnaryOperator<String> replacement) {
        this.div = div;
        this.replacement = replacement;
    }

    static String rewrite(String div, UnaryOperator<String> replacement) {
        return new NarrativeLinks(div, replacement).rewrite();
    }

    private String rewrite() {
        Matcher markup = MARKUP.matcher(div);
        int from = 0;
        while (markup.find(from)) {
            from = switch (markup.group()) {
                case "<!--" -> after("-->", markup.end());
                case "<![CDATA[" -> after("]]>", markup.end());
                default -> attributes(LINK_ATTRIBUTES.get(markup.group(1)), markup.end());
            };
        }
        return copied == 0 ? div : rewritten.append(div, copied, div.length()).toString();
    }

    /** Goes through the attributes of one tag and returns where they end. */
    private int attributes(@Nullable String link, int start) {
        Matcher attribute = ATTRIBUTE.matcher(div);
        int from = start;
        while (attribute.region(from, div.length()).lookingAt()) {
            if (attribute.group(1).equals(link)) {
                replace(attribute, attribute.group(2) != null ? 2 : 3);
            }
            from = attribute.end();
        }
        return from;
    }

    private void replace(Matcher attribute, int group) {
        String before = unescaped(attribute.group(group));
        String after = replacement.apply(before);
        if (!after.equals(before)) {
            rewritten.append(div, copied, attribute.start(group));
            XmlText.attribute(rewritten, after);
            copied = attribute.end(group);
        }
    }

    private int after(String end, int from) {
        int at = div.indexOf(end, from);
        return at < 0 ? div.length() : at + end.length();
    }

    /** Links use few entities; one we do not resolve only keeps the link from being found. */
    private static String unescaped(String value) {
        return value.replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
