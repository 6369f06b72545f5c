package org.dripline.engine.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dripline.engine.store.StoredVersion;
import org.dripline.outcome.Issue;

/**
 * One page of a search.
 *
 * @param matches in the order asked for
 * @param included what was asked for beside them, none of it a match of this page
 * @param warnings what the caller should know: parameters that were passed over, includes that were cut
 * @param total how many resources match in all, when that is known without further work or was asked for
 * @param applied the parameters that were applied, percent-encoded, for the {@code self} link: {@code a=b&c=d}
 * @param next the same with the token of the next page, when there is one
 */
public record SearchPage(
        List<StoredVersion> matches,
        List<StoredVersion> included,
        List<Issue> warnings,
        OptionalLong total,
        String applied,
        Optional<String> next) {
    public SearchPage {
        matches = List.copyOf(matches);
        included = List.copyOf(included);
        warnings = List.copyOf(warnings);
    }
}
