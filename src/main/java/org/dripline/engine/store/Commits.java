package org.dripline.engine.store;

import java.util.Map;
import java.util.function.Supplier;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * How the transactions of writers run on one kind of database: in turn or side by side, durable when, and with which
 * numbers in the feed of changes.
 */
sealed interface Commits extends AutoCloseable permits CommitsInTurn, CommitsInParallel {
    /** Runs one attempt of a transaction that writes; returns when what it wrote is durable. */
    <T> T run(Supplier<T> transaction);

    /** Completes a row of the feed by its sequence value and its number, unless the database gives them itself. */
    void number(Map<Field<?>, @Nullable Object> change);

    /**
     * The number of the last change that may be served: it and all before it are durable, and none that is smaller will
     * ever come.
     */
    long numbered();

    /** Ends what runs beside the writers. */
    @Override
    void close();
}
