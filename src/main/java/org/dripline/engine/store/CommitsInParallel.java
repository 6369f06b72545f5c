package org.dripline.engine.store;

import java.util.Map;
import java.util.function.Supplier;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * For PostgreSQL: writers meet only at the rows that they lock, a commit is durable when it returns, and numbers are
 * given afterwards.
 */
final class CommitsInParallel implements Commits {
    private final Numbering numbering;

    CommitsInParallel(Numbering numbering) {
        this.numbering = numbering;
    }

    @Override
    public <T> T run(Supplier<T> transaction) {
        T result = transaction.get();
        numbering.wake();
        return result;
    }

    @Override
    public void number(Map<Field<?>, @Nullable Object> change) {
        // The column draws its sequence value as the row is inserted, which costs no round trip.
    }

    @Override
    public long numbered() {
        return numbering.upToDate();
    }

    @Override
    public void close() {
        numbering.close();
    }
}
