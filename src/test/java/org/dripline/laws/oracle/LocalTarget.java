package org.dripline.laws.oracle;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a reference to a resource of this server points to. */
public record LocalTarget(String type, String id, Optional<String> version) {
    private static final Pattern LOCAL =
            Pattern.compile("([A-Z][A-Za-z]*)/([A-Za-z0-9\\-.]{1,64})(?:/_history/([A-Za-z0-9\\-.]{1,64}))?");

    /**
     * Empty for references to elsewhere.
     *
     * @param ownBases URLs of this server: "a relative reference resolving to the same value as a specified absolute
     *     URL, or vice versa, qualifies as a match"
     */
    public static Optional<LocalTarget> of(String text, List<String> ownBases) {
        String relative = ownBases.stream()
                .filter(base -> text.startsWith(base + "/"))
                .map(base -> text.substring(base.length() + 1))
                .findFirst()
                .orElse(text);
        Matcher local = LOCAL.matcher(relative);
        return local.matches()
                ? Optional.of(new LocalTarget(local.group(1), local.group(2), Optional.ofNullable(local.group(3))))
                : Optional.empty();
    }

    /** Asked for without a version, any will do. */
    boolean includes(LocalTarget stored) {
        return type.equals(stored.type)
                && id.equals(stored.id)
                && (version.isEmpty() || version.equals(stored.version));
    }
}
