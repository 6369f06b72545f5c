package org.dripline.engine.history;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import org.dripline.access.Access;
import org.dripline.engine.search.Parameter;
import org.dripline.outcome.Refusal;
import org.jooq.DSLContext;

/**
 * Reads histories, deletions included, in the order of the change numbers. Newest first the walk ends with what there
 * was when it began; oldest first it is a feed, whose next link is good for ever and misses nothing. Thread-safe.
 */
public final class ResourceHistory {
    /** All that a history takes. */
    public static final Set<String> PARAMETERS = HistoryQuery.PARAMETERS;

    private final HistoryStatements statements;
    private final LongSupplier numbered;
    private final ZoneId zone;

    /**
     * @param numbered the last number that may be shown: every change up to it is committed, durable and numbered, and
     *     everything that had been acknowledged before it was asked for is among them
     * @param zone where a date without a time zone is meant
     */
    public ResourceHistory(DSLContext sql, LongSupplier numbered, ZoneId zone) {
        this.statements = new HistoryStatements(sql);
        this.numbered = numbered;
        this.zone = zone;
    }

    /** One page; refuses with 400 what it does not understand, with 404 the history of what the caller may not see. */
    public HistoryPage page(Access access, HistoryTarget target, List<Parameter> parameters) {
        HistoryQuery query = HistoryQuery.of(parameters, zone);
        Window window = window(query);
        List<HistoryEntry> found =
                statements.page(access, target, query, window).fetch(HistoryStatements::entry);
        if (found.isEmpty()
                && target instanceof HistoryTarget.OfResource(String type, String id)
                && !statements.knows(access, type, id)) {
            throw Refusal.notFound("There is no such " + type + ".");
        }
        boolean more = found.size() > query.count();
        List<HistoryEntry> shown = more ? found.subList(0, query.count()) : found;
        // A feed has no end, so nobody knows how many it will have been.
        OptionalLong total =
                more || query.feed() || query.page() != null ? OptionalLong.empty() : OptionalLong.of(shown.size());
        return new HistoryPage(shown, total, query.link(query.page()), next(query, window, more, shown));
    }

    private Window window(HistoryQuery query) {
        long ceiling = numbered.getAsLong();
        if (query.page() != null) {
            return query.feed() ? Window.ofFeed(query.page(), ceiling) : Window.of(query.page(), ceiling);
        }
        Window all = Window.upTo(ceiling);
        if (query.since() == null) {
            return all;
        }
        OptionalLong first = statements.firstSince(query.since());
        return all.above(first.isEmpty() ? ceiling : first.getAsLong() - 1);
    }

    private static Optional<String> next(HistoryQuery query, Window window, boolean more, List<HistoryEntry> shown) {
        if (query.feed()) {
            // Behind the last page everything up to the ceiling has been seen, also what the query passed over.
            long seen = more ? shown.getLast().number() : window.ceiling();
            return Optional.of(query.link(window.above(seen).feedText()));
        }
        return more
                ? Optional.of(query.link(window.below(shown.getLast().number()).text()))
                : Optional.empty();
    }
}
