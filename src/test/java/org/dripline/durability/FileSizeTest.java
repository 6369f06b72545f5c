package org.dripline.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.schema.Tables.RESOURCE_VERSIONS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.sum;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.dripline.engine.TestStore;
import org.dripline.engine.store.Write;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The file does not outgrow what it keeps (architecture 2, durability). It keeps every version, so the live data is the
 * bytes of all documents plus {@link #ROW_BYTES} for the rows of each version; the typed rows of the 200 current heads
 * are not counted, the schema has an allowance. The file is looked at after every 1,000 updates and once more after a clean stop.
 */
class FileSizeTest {
    private static final int RESOURCES = 200;
    private static final int WRITERS = 8;

    /** A version row without its document, its change row, and their keys. */
    private static final int ROW_BYTES = 200;

    private static final int MOST_TIMES_WHILE_RUNNING = 5;
    private static final int MOST_TIMES_AFTER_STOP = 2;

    /** The empty schema, and the chunks that H2 has not yet freed when a file is small. */
    private static final long ALLOWANCE_BYTES = 16 << 20;

    @TempDir
    Path folder;

    @Test
    void keepsTheFileNearTheSizeOfItsData() throws Exception {
        int updates = Soak.rounds(10_000, 100_000);
        AtomicLong largest = new AtomicLong();
        long live;
        long began = System.nanoTime();
        try (OpenStore file = new OpenStore(folder.toString())) {
            update(file, updates, largest);
            live = liveBytes(file);
        }
        String measured = "%d updates, %d s: %d MB live, file at most %d MB, %d MB after a clean stop"
                .formatted(
                        updates,
                        (System.nanoTime() - began) / 1_000_000_000,
                        live >> 20,
                        largest.get() >> 20,
                        fileBytes() >> 20);
        Soak.report("file-size", measured);
        assertThat(largest.get()).as(measured).isLessThan(MOST_TIMES_WHILE_RUNNING * live + ALLOWANCE_BYTES);
        assertThat(fileBytes()).as(measured).isLessThan(MOST_TIMES_AFTER_STOP * live);
    }

    private void update(OpenStore file, int updates, AtomicLong largest) throws Exception {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                running.add(writers.submit(() -> {
                    for (int number = next.incrementAndGet(); number <= updates; number = next.incrementAndGet()) {
                        file.store.write(TestStore.CLINIC, List.of(write(number)));
                        if (number % 1_000 == 0) {
                            largest.accumulateAndGet(fileBytes(), Math::max);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> writer : running) {
                writer.get();
            }
        }
    }

    private static Write write(int number) {
        String id = "p" + number % RESOURCES;
        return new Write.Update(
                "Procedure", id, Documents.procedure(id, "update-" + number), OptionalLong.empty(), List.of());
    }

    private static long liveBytes(OpenStore file) {
        BigDecimal documents = file.sql()
                .select(sum(field("octet_length({0})", Long.class, RESOURCE_VERSIONS.DOCUMENT)))
                .from(RESOURCE_VERSIONS)
                .fetchSingle()
                .value1();
        return documents.longValueExact() + (long) ROW_BYTES * file.sql().fetchCount(RESOURCE_VERSIONS);
    }

    private long fileBytes() throws IOException {
        return Files.size(folder.resolve("dripline.mv.db"));
    }
}
