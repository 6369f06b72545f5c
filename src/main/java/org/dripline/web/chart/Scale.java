package org.dripline.web.chart;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Maps values onto pixels.
 *
 * @param low the value at {@code start}
 * @param high the value at {@code end}, greater than {@code low}
 */
record Scale(double low, double high, double start, double end) {
    private static final List<Double> STEPS = List.of(1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0);

    private static final int MOST_TICKS = 6;

    Scale {
        if (!(high > low)) {
            high = low + 1;
        }
    }

    double at(double value) {
        return start + (value - low) / (high - low) * (end - start);
    }

    boolean holds(double value) {
        return value >= low && value <= high;
    }

    /** Round values from low to high, at most six or so. */
    List<Double> ticks() {
        double step = STEPS.stream()
                .filter(each -> (high - low) / each <= MOST_TICKS)
                .findFirst()
                .orElse((high - low) / MOST_TICKS);
        double first = Math.ceil(low / step) * step;
        return DoubleStream.iterate(first, value -> value <= high, value -> value + step)
                .boxed()
                .toList();
    }
}
