package org.dripline.engine.store;

import static org.dripline.schema.Tables.CHANGES;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.dripline.outcome.Refusal;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.exception.DataAccessException;

/**
 * Gives the committed changes on PostgreSQL their numbers, in the order of their sequence values: gap-free, never twice,
 * and none below one that somebody has seen. Writers need not wait for each other, since only who numbers takes the
 * lock; a writer that pauses is numbered when it has committed. Any number of servers may share a database.
 */
final class Numbering implements AutoCloseable {
    /** So many writers share one step. */
    private static final Duration TICK = Duration.ofMillis(20);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    /** Rows of one step: a large import is numbered in several. */
    private static final int MOST_AT_ONCE = 10_000;

    /** Advisory locks with two keys are apart from those with one. */
    private static final int LOCK_CLASS = 1;

    private static final int LOCK = 1;

    private final DSLContext sql;
    private final StoreWatch watch;

    // One permit from the start: another process may have ended before it numbered its last changes.
    private final Semaphore wanted = new Semaphore(1);
    private final Thread ticker = new Thread(this::tick, "feed-numbering");

    Numbering(DSLContext sql, StoreWatch watch) {
        this.sql = sql;
        this.watch = watch;
        ticker.setDaemon(true);
        ticker.start();
    }

    /** Something was committed. */
    void wake() {
        wanted.release();
    }

    /** Numbers all that is committed now; the last number. */
    long upToDate() {
        Standing standing = standing();
        while (standing.unnumbered()) {
            long begun = System.nanoTime();
            step();
            watch.numbered(System.nanoTime() - begun);
            standing = standing();
        }
        return standing.last();
    }

    private record Standing(long last, boolean unnumbered) {}

    private Standing standing() {
        Field<Boolean> unnumbered = field(exists(selectOne().from(CHANGES).where(CHANGES.NUMBER.isNull())));
        return sql.select(coalesce(max(CHANGES.NUMBER), inline(0L)), unnumbered)
                .from(CHANGES)
                .fetchSingle(row -> new Standing(row.value1(), row.value2()));
    }

    private void step() {
        Field<Long> position = field(name("position"), Long.class);
        CommonTableExpression<Record2<Long, Long>> fresh = name("fresh")
                .fields("sequence", "position")
                .as(select(
                                CHANGES.SEQUENCE,
                                rowNumber().over().orderBy(CHANGES.SEQUENCE).cast(Long.class))
                        .from(CHANGES)
                        .where(CHANGES.NUMBER.isNull())
                        .orderBy(CHANGES.SEQUENCE)
                        .limit(MOST_AT_ONCE));
        sql.transaction(() -> {
            // A statement of its own: the next one sees what the former holder has committed.
            sql.fetch("select pg_advisory_xact_lock({0}, {1})", inline(LOCK_CLASS), inline(LOCK));
            sql.with(fresh)
                    .update(CHANGES)
                    .set(
                            CHANGES.NUMBER,
                            field(select(coalesce(max(CHANGES.NUMBER), inline(0L)))
                                            .from(CHANGES))
                                    .plus(position))
                    .from(fresh)
                    .where(CHANGES.SEQUENCE.eq(fresh.field("sequence", Long.class)))
                    .and(CHANGES.NUMBER.isNull())
                    .execute();
        });
    }

    private void tick() {
        try {
            while (true) {
                wanted.acquire();
                Thread.sleep(TICK);
                wanted.drainPermits();
                try {
                    upToDate();
                } catch (Refusal | DataAccessException unreachable) {
                    // Whoever reads the feed numbers it, too, and hears of it; here nobody does.
                    Thread.sleep(PAUSE_AFTER_FAILURE);
                    wanted.release();
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when no step is running. */
    @Override
    public void close() {
        ticker.interrupt();
        try {
            ticker.join(Duration.ofSeconds(1));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
