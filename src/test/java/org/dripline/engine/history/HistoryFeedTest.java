package org.dripline.engine.history;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.dripline.schema.Tables.CHANGES;
import static org.dripline.schema.Tables.RESOURCES;
import static org.dripline.schema.Tables.RESOURCE_VERSIONS;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dripline.engine.HistoryWalk;
import org.dripline.engine.TestDatabase;
import org.dripline.engine.TestStore;
import org.dripline.engine.store.StoredVersion;
import org.dripline.engine.store.Write;
import org.dripline.engine.store.Written;
import org.junit.jupiter.api.Test;

/**
 * A reader who follows the feed while many write meets every acknowledged version once, in commit order, without a gap.
 * Three seconds; a minute with {@code -Dsoak=true}.
 */
class HistoryFeedTest {
    private static final int WRITERS = 8;
    private static final int IDS = 40;
    private static final Duration LENGTH = Duration.ofSeconds(Boolean.getBoolean("soak") ? 60 : 3);

    private final TestStore store = new TestStore();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void meetsEveryVersionOnceWhileOthersWrite() throws Exception {
        try (store;
                ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> writers = new ArrayList<>();
            IntStream.range(0, WRITERS).forEach(writer -> writers.add(threads.submit(() -> write(writer))));
            List<HistoryEntry> met = new ArrayList<>();
            HistoryWalk feed = new HistoryWalk(store, TestStore.CLINIC, new HistoryTarget.OfSystem());
            String link = "_sort=_lastUpdated&_count=100";
            long end = System.nanoTime() + LENGTH.toNanos();
            while (System.nanoTime() < end) {
                link = follow(feed, link, met);
            }
            over.set(true);
            for (Future<?> writer : writers) {
                writer.get();
            }
            int before;
            do {
                before = met.size();
                link = follow(feed, link, met);
            } while (met.size() > before);

            assertThat(met).hasSizeGreaterThan(10 * WRITERS);
            assertThat(met.stream().map(HistoryEntry::number))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, met.size()).boxed().toList());
            assertThat(met).hasSameSizeAs(acknowledged);
            assertThat(met.stream().map(entry -> name(entry.version())).collect(toSet()))
                    .isEqualTo(acknowledged);
            assertInOrder(met);
        }
    }

    /** Where the database lets writers run side by side, one that pauses comes later, and nobody waits for it. */
    @Test
    void aWriterThatPausesStopsNobody() throws Exception {
        assumeThat(TestDatabase.ofThisRun()).isEqualTo(TestDatabase.POSTGRESQL);
        try (store;
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            CountDownLatch changed = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            Future<?> paused = threads.submit(() -> writeAndPause(changed, goOn));
            changed.await();
            HistoryWalk feed = new HistoryWalk(store, TestStore.CLINIC, new HistoryTarget.OfSystem());
            store.put("{\"resourceType\":\"Patient\",\"id\":\"r1\"}");
            store.put("{\"resourceType\":\"Patient\",\"id\":\"r2\"}");
            HistoryPage meanwhile = feed.page("_sort=_lastUpdated");
            goOn.countDown();
            paused.get();
            HistoryPage later = feed.page(meanwhile.next().orElseThrow());

            assertThat(meanwhile.entries()).extracting(HistoryEntry::number).containsExactly(1L, 2L);
            assertThat(later.entries()).extracting(HistoryEntry::number).containsExactly(3L);
            assertThat(later.entries().getFirst().version().id()).isEqualTo("paused");
        }
    }

    /** What the store writes of a deletion, with a pause before it is committed. */
    private void writeAndPause(CountDownLatch changed, CountDownLatch goOn) {
        OffsetDateTime now = Instant.now().atOffset(ZoneOffset.UTC);
        store.sql().transaction(() -> {
            store.sql()
                    .insertInto(RESOURCES)
                    .columns(
                            RESOURCES.RESOURCE_KEY,
                            RESOURCES.TYPE,
                            RESOURCES.ID,
                            RESOURCES.VERSION,
                            RESOURCES.UPDATED_AT,
                            RESOURCES.DELETED)
                    .values(-1L, "Patient", "paused", 1L, now, true)
                    .execute();
            store.sql()
                    .insertInto(RESOURCE_VERSIONS)
                    .columns(
                            RESOURCE_VERSIONS.RESOURCE_KEY,
                            RESOURCE_VERSIONS.VERSION,
                            RESOURCE_VERSIONS.UPDATED_AT,
                            RESOURCE_VERSIONS.INTERACTION,
                            RESOURCE_VERSIONS.AUTHOR)
                    .values(-1L, 1L, now, "delete", "test")
                    .execute();
            store.sql()
                    .insertInto(CHANGES)
                    .columns(CHANGES.TYPE, CHANGES.RESOURCE_KEY, CHANGES.VERSION, CHANGES.COMMITTED_AT)
                    .values("Patient", -1L, 1L, now)
                    .execute();
            changed.countDown();
            goOn.await();
        });
    }

    /** One page, on which everything must be that was acknowledged before it was asked for, unless it is full. */
    private String follow(HistoryWalk feed, String link, List<HistoryEntry> met) {
        Set<String> due = Set.copyOf(acknowledged);
        HistoryPage page = feed.page(link);
        met.addAll(page.entries());
        if (page.entries().size() < 100) {
            assertThat(met.size()).isGreaterThanOrEqualTo(due.size());
        }
        return page.next().orElseThrow();
    }

    private static void assertInOrder(List<HistoryEntry> met) {
        long[][] last = new long[2][IDS];
        for (HistoryEntry entry : met) {
            StoredVersion version = entry.version();
            int type = version.type().equals("Patient") ? 0 : 1;
            int id = Integer.parseInt(version.id().substring(1));
            assertThat(version.version()).isEqualTo(++last[type][id]);
        }
    }

    private void write(int seed) {
        Random random = new Random(seed);
        while (!over.get()) {
            List<Write> writes = random.nextInt(4) == 0
                    ? List.of(write("Patient", random), write("Practitioner", random))
                    : List.of(write("Patient", random));
            for (Written written : store.store.write(TestStore.CLINIC, writes)) {
                if (written.effect() != Written.Effect.NOTHING) {
                    acknowledged.add(name(written.findVersion().orElseThrow()));
                }
            }
        }
    }

    private static Write write(String type, Random random) {
        String id = "r" + random.nextInt(IDS);
        return random.nextInt(5) == 0
                ? new Write.Delete(type, id, OptionalLong.empty())
                : new Write.Update(
                        type,
                        id,
                        TestStore.read("{\"resourceType\":\"" + type + "\",\"id\":\"" + id + "\"}"),
                        OptionalLong.empty(),
                        List.of());
    }

    private static String name(StoredVersion version) {
        return version.type() + "/" + version.id() + "/" + version.version();
    }
}
