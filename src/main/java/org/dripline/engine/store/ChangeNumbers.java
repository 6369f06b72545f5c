package org.dripline.engine.store;

import static org.dripline.schema.Tables.CHANGES;
import static org.jooq.impl.DSL.max;

import org.jooq.DSLContext;

/**
 * The numbers of the change feed: gap-free, in commit order. Used only inside the writer lock, so a number taken by a
 * transaction that rolls back is given again.
 */
final class ChangeNumbers {
    private long committed;

    ChangeNumbers(DSLContext sql) {
        Long last = sql.select(max(CHANGES.NUMBER)).from(CHANGES).fetchOneInto(Long.class);
        committed = last == null ? 0 : last;
    }

    long afterCommitted(int position) {
        return committed + 1 + position;
    }

    void commit(int count) {
        committed += count;
    }
}
