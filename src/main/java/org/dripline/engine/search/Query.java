package org.dripline.engine.search;

import java.util.List;
import java.util.stream.Collectors;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchParameter;
import org.jspecify.annotations.Nullable;

/**
 * A search as a typed value between its text and its SQL. Prints itself for tests and logs of plans; a print holds
 * search values, so it never goes into the request log.
 *
 * @param clauses all must hold
 * @param sorts the first decides first; creation order decides last
 * @param count matches on a page, 0 to ask for the total only
 * @param total how much is counted
 * @param includes what else each page shows
 * @param walk where the page begins; null for the first page
 */
record Query(
        ResourceMapping mapping,
        List<Clause> clauses,
        List<Sort> sorts,
        int count,
        Total total,
        List<Include> includes,
        @Nullable Walk walk) {

    Query {
        clauses = List.copyOf(clauses);
        sorts = List.copyOf(sorts);
        includes = List.copyOf(includes);
    }

    record Sort(SearchParameter parameter, boolean descending) {
        @Override
        public String toString() {
            return parameter + (descending ? " desc" : "");
        }
    }

    /** {@code _total}, and what is done without it: told when it is known anyway. */
    enum Total {
        KNOWN,
        NONE,
        ESTIMATE,
        ACCURATE
    }

    Query from(Walk walk) {
        return new Query(mapping, clauses, sorts, count, total, includes, walk);
    }

    @Override
    public String toString() {
        String where = clauses.stream().map(Clause::toString).collect(Collectors.joining(" and "));
        String order = sorts.stream().map(Sort::toString).collect(Collectors.joining(", "));
        String more = includes.stream().map(Include::toString).collect(Collectors.joining(", "));
        return mapping.type()
                + (where.isEmpty() ? "" : " where " + where)
                + (order.isEmpty() ? "" : " sort " + order)
                + " count " + count
                + (more.isEmpty() ? "" : " include " + more)
                + (walk == null ? "" : " after " + walk.resourceKey());
    }
}
