package org.dripline.engine.store;

import org.jooq.ConnectionProvider;
import org.jooq.Transaction;
import org.jooq.TransactionContext;
import org.jooq.impl.ThreadLocalTransactionProvider;

/**
 * Transactions that belong to their thread, without savepoints; their own failures are told as {@link Overload} tells
 * those of statements.
 */
final class ThreadTransactions extends ThreadLocalTransactionProvider {
    private static final class NotBegun implements Transaction {}

    ThreadTransactions(ConnectionProvider connections) {
        super(connections, false);
    }

    @Override
    public void begin(TransactionContext context) {
        try {
            super.begin(context);
        } catch (RuntimeException failure) {
            context.transaction(new NotBegun());
            throw Overload.translate(failure);
        }
    }

    @Override
    public void commit(TransactionContext context) {
        try {
            super.commit(context);
        } catch (RuntimeException failure) {
            throw Overload.translateCommit(failure);
        }
    }

    /** There is nothing to roll back without a connection; jOOQ would wait for one more. */
    @Override
    public void rollback(TransactionContext context) {
        if (!(context.transaction() instanceof NotBegun)) {
            super.rollback(context);
        }
    }
}
