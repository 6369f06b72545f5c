package org.dripline.engine.store;

import static org.dripline.schema.Tables.CHANGES;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * For H2: one writer at a time, which therefore knows the number of each change when it writes it; durable by the group
 * sync that follows.
 */
final class CommitsInTurn implements Commits {
    private record Done<T>(T result, long last) {}

    private final WriterLock writers = new WriterLock();
    private final GroupSync durability;
    private final AtomicLong synced = new AtomicLong();
    private long committed;
    private long drawn;

    CommitsInTurn(DSLContext sql, GroupSync durability) {
        this.durability = durability;
        committed = sql.select(coalesce(max(CHANGES.NUMBER), inline(0L)))
                .from(CHANGES)
                .fetchSingle()
                .value1();
        if (committed > 0) {
            // After a kill, what is read may not have reached the disk.
            durability.await();
        }
        synced.set(committed);
    }

    @Override
    public <T> T run(Supplier<T> transaction) {
        Done<T> done = writers.exclusively(() -> {
            // What a transaction drew that was rolled back is drawn again.
            drawn = committed;
            T result = transaction.get();
            committed = drawn;
            return new Done<>(result, committed);
        });
        durability.await();
        synced.accumulateAndGet(done.last(), Math::max);
        return done.result();
    }

    @Override
    public void number(Map<Field<?>, @Nullable Object> change) {
        drawn++;
        change.put(CHANGES.SEQUENCE, drawn);
        change.put(CHANGES.NUMBER, drawn);
    }

    @Override
    public long numbered() {
        return synced.get();
    }

    @Override
    public void close() {
        // Nothing runs beside the writers.
    }
}
