package org.dripline.outcome;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The name that somebody who mistyped most likely meant. */
public final class Nearest {
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Nearest() {}

    /** The candidate with the fewest typing mistakes, if they are fewer than its letters. */
    public static Optional<String> of(String written, Collection<String> candidates) {
        String bounded = written.substring(0, Math.min(written.length(), 64));
        return candidates.stream()
                .min(Comparator.comparingInt((String candidate) -> DISTANCE.apply(bounded, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(best -> DISTANCE.apply(bounded, best) < best.length());
    }
}
