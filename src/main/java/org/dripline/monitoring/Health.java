package org.dripline.monitoring;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;

/**
 * Whether the process lives, and whether requests may be sent to it: not while it starts, warms up or stops, nor while
 * its database does not answer. Thread-safe; the database is asked once a second at most.
 */
final class Health {
    private static final long KEPT_NANOS = 1_000_000_000;

    /** In the words of Spring Boot's actuator. */
    enum State {
        UP,
        OUT_OF_SERVICE,
        DOWN
    }

    private final ApplicationAvailability availability;
    private final BooleanSupplier database;
    private final LongSupplier nanoClock;
    private boolean answered;
    private long asked;

    /**
     * @param database asks it; may take seconds
     * @param nanoClock as {@link System#nanoTime}
     */
    Health(ApplicationAvailability availability, BooleanSupplier database, LongSupplier nanoClock) {
        this.availability = availability;
        this.database = database;
        this.nanoClock = nanoClock;
        this.asked = nanoClock.getAsLong() - KEPT_NANOS;
    }

    State liveness() {
        return availability.getLivenessState() == LivenessState.CORRECT ? State.UP : State.DOWN;
    }

    State readiness() {
        if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
            return State.OUT_OF_SERVICE;
        }
        return databaseAnswers() ? State.UP : State.DOWN;
    }

    /** The graver of both. */
    State whole() {
        return liveness() == State.UP ? readiness() : State.DOWN;
    }

    /** Who comes while it is being asked waits for that answer. */
    private synchronized boolean databaseAnswers() {
        if (nanoClock.getAsLong() - asked >= KEPT_NANOS) {
            answered = database.getAsBoolean();
            asked = nanoClock.getAsLong();
        }
        return answered;
    }
}
