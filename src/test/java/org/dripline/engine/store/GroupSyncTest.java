package org.dripline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GroupSyncTest {
    private static final int WRITERS = 16;
    private static final int WAITS = 200;

    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    private final AtomicInteger failures = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** The disk holds what was committed when the last sync began; a writer must find its own commit there. */
    @Test
    void returnsOnlyAfterASyncThatBeganLater() throws Exception {
        AtomicLong committed = new AtomicLong();
        AtomicLong onDisk = new AtomicLong();
        AtomicInteger syncs = new AtomicInteger();
        GroupSync group = new GroupSync(
                () -> {
                    long seen = committed.get();
                    syncs.incrementAndGet();
                    sleep(1);
                    onDisk.set(seen);
                },
                failures::incrementAndGet);
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            writers.add(threads.submit(() -> {
                for (int wait = 0; wait < WAITS; wait++) {
                    long mine = committed.incrementAndGet();
                    group.await();
                    assertThat(onDisk.get()).isGreaterThanOrEqualTo(mine);
                }
            }));
        }
        for (Future<?> writer : writers) {
            writer.get(20, TimeUnit.SECONDS);
        }
        assertThat(syncs.get()).as("syncs for %s waits", WRITERS * WAITS).isLessThan(WRITERS * WAITS / 4);
        assertThat(failures).hasValue(0);
    }

    @Test
    void syncsOneAtATime() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        GroupSync group = new GroupSync(
                () -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    sleep(2);
                    running.decrementAndGet();
                },
                failures::incrementAndGet);
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            writers.add(threads.submit(group::await));
        }
        for (Future<?> writer : writers) {
            writer.get(20, TimeUnit.SECONDS);
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void stopsTheProcessOnceAndFailsAllWhoWait() throws Exception {
        CountDownLatch diskWorks = new CountDownLatch(1);
        CountDownLatch diskFails = new CountDownLatch(1);
        AtomicInteger syncs = new AtomicInteger();
        GroupSync group = new GroupSync(
                () -> {
                    syncs.incrementAndGet();
                    diskWorks.countDown();
                    await(diskFails);
                    throw new IllegalStateException("disk full");
                },
                failures::incrementAndGet);
        List<Future<?>> writers = new ArrayList<>();
        writers.add(threads.submit(group::await));
        await(diskWorks);
        for (int writer = 1; writer < WRITERS; writer++) {
            writers.add(threads.submit(group::await));
        }
        sleep(50);
        diskFails.countDown();
        for (Future<?> writer : writers) {
            assertThatThrownBy(() -> writer.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(group::await)
                .as("a writer who comes later")
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("could not be synced");
        assertThat(failures).hasValue(1);
        assertThat(syncs).hasValue(1);
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
