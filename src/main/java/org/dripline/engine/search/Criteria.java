package org.dripline.engine.search;

import java.util.ArrayList;
import java.util.List;
import org.dripline.access.Access;
import org.dripline.engine.store.Locks;

/**
 * Search criteria that are to name one resource: of a conditional write (R4, http.html#ccreate and its like) or of a
 * conditional reference. Equal criteria print equal.
 */
public final class Criteria {
    private final Query query;
    private final Pages pages;

    Criteria(Query query, Pages pages) {
        this.query = query;
        this.pages = pages;
    }

    public String type() {
        return query.mapping().type();
    }

    /** The ids of those that match, in the order of their creation; at most {@code most}. Sees the open transaction. */
    public List<String> find(Access access, int most) {
        return pages.ids(access, query, most);
    }

    /** What everybody locks who searches by the same criteria, or writes an identifier that they name. */
    public List<String> locks() {
        List<String> locks = new ArrayList<>();
        locks.add(toString());
        for (Clause clause : query.clauses()) {
            if (clause instanceof Clause.Match match && match.parameter().name().equals("identifier")) {
                match.anyOf().forEach(value -> {
                    if (value instanceof Value.Token token && token.code() != null) {
                        locks.add(Locks.ofIdentifier(type(), token.code()));
                    }
                });
            }
        }
        return locks;
    }

    /** Holds search values: never for a log. */
    @Override
    public String toString() {
        return query.toString();
    }
}
