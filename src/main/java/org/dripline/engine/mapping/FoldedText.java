package org.dripline.engine.mapping;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as string searches compare it (R4, 3.1.1.4.8): without case, accents and punctuation, with single spaces. The
 * same for what is stored and for what is searched.
 */
public final class FoldedText {
    private static final Pattern IGNORED = Pattern.compile("[\\p{Mn}\\p{Me}\\p{P}]+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private FoldedText() {}

    public static String of(String text) {
        String plain = IGNORED.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        String spaced = SPACE.matcher(plain).replaceAll(" ").strip();
        // To upper case first: it makes ß and ss, ς and σ the same.
        return spaced.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
