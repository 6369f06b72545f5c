package org.dripline.engine.store;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes commits durable, many with one disk sync. H2 acknowledges a commit before it is on disk; so after its COMMIT a
 * writer waits here for a sync that began later. Whoever finds no sync running leads the next one for all who wait.
 * A failed sync means that nobody knows what is on disk: the process must not go on.
 */
public final class GroupSync {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition finishedOne = lock.newCondition();
    private final Runnable sync;
    private final Runnable onFailure;
    private long begun;
    private long finished;
    private boolean running;
    private boolean failed;

    /**
     * @param sync returns when everything committed before it began is on disk
     * @param onFailure stops the process; runs once, before the waiting writers fail
     */
    public GroupSync(Runnable sync, Runnable onFailure) {
        this.sync = sync;
        this.onFailure = onFailure;
    }

    /** Returns when a sync that began after this call has finished. */
    void await() {
        lock.lock();
        try {
            long needed = begun + 1;
            while (finished < needed) {
                if (failed) {
                    throw new IllegalStateException("the database could not be synced to disk");
                }
                if (running) {
                    finishedOne.awaitUninterruptibly();
                } else {
                    lead();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Holds the lock on entry and on return, not while the disk works. */
    private void lead() {
        running = true;
        long mine = ++begun;
        lock.unlock();
        boolean done = false;
        try {
            sync.run();
            done = true;
        } finally {
            lock.lock();
            running = false;
            if (done) {
                finished = mine;
            } else {
                failed = true;
                onFailure.run();
            }
            finishedOne.signalAll();
        }
    }
}
