package org.dripline.durability;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what happens by itself, and not for ever. */
final class Patience {
    private static final int LOOK_MILLIS = 5;

    private Patience() {}

    /** Waits until it is so; how long that took. */
    static Duration await(String what, Duration most, BooleanSupplier condition) throws InterruptedException {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > most.toNanos()) {
                throw new AssertionError("Waited " + most.toSeconds() + " s in vain for " + what);
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
