package org.dripline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WriterLockTest {
    private static final int WRITERS = 8;

    private final WriterLock lock = new WriterLock();

    @Test
    void letsWritersInOneByOneInTheOrderOfTheirArrival() {
        List<Integer> order = new ArrayList<>(); // Guarded by the lock under test.
        List<Thread> arrived = new ArrayList<>();
        lock.exclusively(() -> {
            for (int writer = 0; writer < WRITERS; writer++) {
                int mine = writer;
                Thread thread = Thread.ofPlatform().start(() -> lock.exclusively(() -> order.add(mine)));
                awaitBlocked(thread);
                arrived.add(thread);
            }
            return order;
        });
        arrived.forEach(WriterLockTest::join);
        assertThat(order)
                .containsExactlyElementsOf(IntStream.range(0, WRITERS).boxed().toList());
    }

    @Test
    void isFreeAgainAfterAFailedTransaction() {
        assertThatThrownBy(() -> lock.exclusively(() -> {
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        List<Boolean> entered = new ArrayList<>();
        join(Thread.ofPlatform().start(() -> lock.exclusively(() -> entered.add(true))));
        assertThat(entered).containsExactly(true);
    }

    private static void awaitBlocked(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
