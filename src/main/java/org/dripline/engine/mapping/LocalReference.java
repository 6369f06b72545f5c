package org.dripline.engine.mapping;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code Reference.reference} taken apart: {@code Type/id}, with a version, relative or below one of this server's own bases,
 * is local; everything else is kept as it is written.
 */
public record LocalReference(
        @Nullable String type,
        @Nullable String id,
        @Nullable String version,
        String text) {
    /** The type whose resources walls stand around. */
    static final String PATIENT = "Patient";

    private static final Pattern LOCAL =
            Pattern.compile("([A-Z][A-Za-z]{1,63})/([A-Za-z0-9\\-.]{1,64})(?:/_history/([A-Za-z0-9\\-.]{1,64}))?");

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.\\-]*:");

    /**
     * Takes a reference apart.
     *
     * @param ownBases the URLs under which this server is known, without a slash at the end
     */
    public static LocalReference of(String reference, List<String> ownBases) {
        String relative = ownBases.stream()
                .map(base -> base + '/')
                .filter(reference::startsWith)
                .findFirst()
                .map(base -> reference.substring(base.length()))
                .orElse(reference);
        Matcher match = LOCAL.matcher(relative);
        return match.matches()
                ? new LocalReference(match.group(1), match.group(2), match.group(3), reference)
                : new LocalReference(null, null, null, reference);
    }

    /** Whether it means something of this server, in a way that nobody would find: {@code ./Patient/1}, {@code Patient/1#a}. */
    static boolean isOdd(String reference, List<String> ownBases) {
        if (of(reference, ownBases).isLocal() || reference.isEmpty() || reference.startsWith("#")) {
            return false;
        }
        return !SCHEME.matcher(reference).lookingAt()
                || ownBases.stream()
                        .anyMatch(base -> reference.regionMatches(true, 0, base + '/', 0, base.length() + 1));
    }

    public boolean isLocal() {
        return type != null;
    }

    Optional<LocalLink.Target> target() {
        return type == null || id == null ? Optional.empty() : Optional.of(new LocalLink.Target(type, id));
    }
}
