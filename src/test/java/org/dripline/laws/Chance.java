package org.dripline.laws;

import java.util.List;
import java.util.Random;

/** Repeatable chance: the same seed draws the same. */
final class Chance {
    private final Random random;

    Chance(long seed) {
        // Spread, since neighbouring seeds of Random begin alike.
        random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    boolean oneIn(int odds) {
        return random.nextInt(odds) == 0;
    }

    /** From 0 up to, not including, the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
