package org.dripline.engine;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dripline.access.Access;
import org.dripline.engine.history.HistoryEntry;
import org.dripline.engine.history.HistoryPage;
import org.dripline.engine.history.HistoryTarget;
import org.dripline.engine.search.Parameter;

/** Somebody who reads a history through its links. */
public record HistoryWalk(TestStore store, Access access, HistoryTarget target) {

    /** One page; the query is that of a URL. */
    public HistoryPage page(String query) {
        List<Parameter> parameters = Stream.of(query.split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .map(pair -> new Parameter(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)))
                .toList();
        return store.history.page(access, target, parameters);
    }

    /** The entries of all pages, to the last, or of a feed to the first that is empty. */
    public List<HistoryEntry> all(String query) {
        List<HistoryEntry> entries = new ArrayList<>();
        Optional<String> next = Optional.of(query);
        while (next.isPresent()) {
            HistoryPage page = page(next.get());
            entries.addAll(page.entries());
            next = page.next().filter(link -> !page.entries().isEmpty());
        }
        return entries;
    }
}
