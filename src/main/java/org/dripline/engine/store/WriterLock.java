package org.dripline.engine.store;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one writing transaction run at a time, in the order of arrival. H2 has no key-share safety between open
 * transactions: a child's insert and its parent's delete both commit. Taken before the first statement and released
 * after COMMIT, before the wait for durability, so that waiting is shared.
 */
public final class WriterLock {
    private final ReentrantLock lock = new ReentrantLock(true);

    <T> T exclusively(Supplier<T> transaction) {
        lock.lock();
        try {
            return transaction.get();
        } finally {
            lock.unlock();
        }
    }
}
