package org.dripline.engine.search;

import java.util.Set;
import java.util.TreeSet;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchParameter;

/**
 * One reference that is followed from the matches of a page, or towards them.
 *
 * @param source whose reference it is
 * @param targets the types that are followed to; never empty
 * @param reverse whether the resources that refer to the matches are meant: {@code _revinclude}
 * @param iterate whether it is followed from what it found, too
 */
record Include(
        ResourceMapping source, SearchParameter reference, Set<String> targets, boolean reverse, boolean iterate) {
    Include {
        targets = Set.copyOf(targets);
    }

    /** The same for one round, in which it does not matter whether there is another. */
    Include once() {
        return new Include(source, reference, targets, reverse, false);
    }

    @Override
    public String toString() {
        return (reverse ? "reverse " : "")
                + source.type() + ":" + reference + ":"
                + String.join("|", new TreeSet<>(targets))
                + (iterate ? " iterate" : "");
    }
}
