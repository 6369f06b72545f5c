package org.dripline.laws.questions;

/**
 * One parameter of a search.
 *
 * @param feature what a server must know to answer it: a modifier without its colon, {@code [type]}, {@code version} of
 *     references, {@code extreme} dates, {@code chain}, {@code has}, or nothing
 * @param name as left of the {@code =}
 * @param value as right of it, not percent-encoded
 */
public record Question(String feature, String name, String value) {
    /** Without a modifier. */
    static Question plain(String name, String value) {
        return new Question("", name, value);
    }

    static Question modified(String name, String modifier, String value) {
        return new Question(modifier, name + ":" + modifier, value);
    }

    Question withFeature(String other) {
        return new Question(other, name, value);
    }

    /** The same question asked of what a link leads to. */
    Question behind(String link, String how) {
        return new Question(how, link + name, value);
    }

    /** A text whose separators mean themselves. */
    static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(",", "\\,")
                .replace("|", "\\|")
                .replace("$", "\\$");
    }

    @Override
    public String toString() {
        return name + "=" + value;
    }
}
