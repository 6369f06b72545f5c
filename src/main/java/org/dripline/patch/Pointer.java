package org.dripline.patch;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dripline.outcome.Refusal;

/**
 * A JSON Pointer (RFC 6901).
 *
 * @param tokens the names and indexes from the root, unescaped
 */
record Pointer(List<String> tokens) {
    private static final int MAX_SHOWN = 200;
    private static final Pattern BAD_ESCAPE = Pattern.compile("~(?![01])");

    Pointer {
        tokens = List.copyOf(tokens);
    }

    /** Refuses with 400 what is not a JSON Pointer. */
    static Pointer parse(String text, String where) {
        boolean rooted = text.isEmpty() || text.startsWith("/");
        if (!rooted || BAD_ESCAPE.matcher(text).find()) {
            throw Refusal.invalid(
                    "json-pointer",
                    where + " is not a JSON Pointer. It is empty or begins with \"/\", as in \"/name/0/family\"; within"
                            + " a name, ~1 stands for / and ~0 for ~.");
        }
        if (text.isEmpty()) {
            return new Pointer(List.of());
        }
        return new Pointer(Stream.of(text.substring(1).split("/", -1))
                .map(token -> token.replace("~1", "/").replace("~0", "~"))
                .toList());
    }

    boolean isRoot() {
        return tokens.isEmpty();
    }

    int depth() {
        return tokens.size();
    }

    String token(int depth) {
        return tokens.get(depth);
    }

    String last() {
        return tokens.getLast();
    }

    /** Whether the other one leads into what this one names. */
    boolean isProperPrefixOf(Pointer other) {
        return depth() < other.depth() && other.tokens.subList(0, depth()).equals(tokens);
    }

    /** The pointer to what lies that many steps from the root. */
    Pointer upTo(int depth) {
        return new Pointer(tokens.subList(0, depth));
    }

    /** As FHIRPath, {@code Patient.name[0].family}. */
    String fhirPath(String resourceType) {
        return shortened(resourceType
                + tokens.stream()
                        .map(token -> token.matches("[0-9]{1,9}") ? "[" + token + "]" : "." + token)
                        .collect(Collectors.joining()));
    }

    /** As written; the root is the empty string. */
    @Override
    public String toString() {
        return shortened(tokens.stream()
                .map(token -> "/" + token.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining()));
    }

    private static String shortened(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }
}
