package org.dripline.engine.store;

import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import java.util.Optional;

/** Hears how long a store's own work takes, on the thread that does it. Must be quick, thread-safe and never throw. */
public interface StoreWatch {
    /** Hears nothing. */
    StoreWatch NONE = new StoreWatch() {
        @Override
        public void synced(long nanos) {
            // Nobody asks.
        }

        @Override
        public void numbered(long nanos) {
            // Nobody asks.
        }

        @Override
        public Optional<MetricsTrackerFactory> connections() {
            return Optional.empty();
        }
    };

    /** What many writers had committed to H2 was brought to the disk. */
    void synced(long nanos);

    /** A batch of changes committed on PostgreSQL was given its numbers. */
    void numbered(long nanos);

    /** Who hears of the connection pool. */
    Optional<MetricsTrackerFactory> connections();
}
