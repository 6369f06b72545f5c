package org.dripline.engine.history;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One page of a history.
 *
 * @param total how many versions there are in all, when this page shows that without further work
 * @param applied the parameters that were applied, for the {@code self} link: {@code a=b&c=d}
 * @param next the same for the page that follows; of a feed there is always one
 */
public record HistoryPage(List<HistoryEntry> entries, OptionalLong total, String applied, Optional<String> next) {
    public HistoryPage {
        entries = List.copyOf(entries);
    }
}
