package org.dripline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.schema.Tables.CHANGES;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.dripline.catalog.Catalog;
import org.dripline.engine.PostgresForTests;
import org.dripline.engine.TestStore;
import org.dripline.engine.mapping.Projector;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The numbers of the feed while two servers write to one database. */
@Timeout(60)
class PostgresFeedTest {
    private static final int WRITERS = 8;
    private static final int WRITES = 60;

    private Database one;
    private Database other;
    private ResourceStore first;
    private ResourceStore second;

    @BeforeEach
    void open() {
        DatabaseServer server = PostgresForTests.shared().migrated();
        one = Database.onServer(server);
        other = Database.onServer(server);
        first = store(one);
        second = store(other);
    }

    private static ResourceStore store(Database database) {
        return new ResourceStore(
                database,
                Catalog.resources(),
                new Projector(ZoneOffset.UTC, List.of()),
                Clock.systemUTC(),
                LinkMode.UNCHECKED);
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Test
    void numbersWithoutGapAndNeverBelowWhatWasSeen() throws Exception {
        put(first, "shared-0", "shared-1", "shared-2");
        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 2)) {
            List<Future<?>> readers = List.of(
                    threads.submit(() -> follow(first, one.sql(), writing)),
                    threads.submit(() -> follow(second, other.sql(), writing)));
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                ResourceStore store = writer % 2 == 0 ? first : second;
                String id = "w" + writer;
                writers.add(threads.submit(() -> {
                    for (int write = 0; write < WRITES; write++) {
                        put(store, id, "shared-" + id.charAt(1) % 3);
                    }
                }));
            }
            try {
                for (Future<?> writer : writers) {
                    writer.get();
                }
            } finally {
                writing.set(false);
            }
            for (Future<?> reader : readers) {
                reader.get();
            }
        }
        int changes = one.sql().fetchCount(CHANGES);
        assertThat(changes).isEqualTo(3 + 2 * WRITERS * WRITES);
        assertThat(first.numbered()).isEqualTo(changes);
        assertThat(numbers(one.sql(), 0, changes))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, changes).boxed().toList());
        assertThat(one.sql().fetch("""
                select 1 from fhir.changes a join fhir.changes b on a.resource_key = b.resource_key
                where a.version < b.version and (a.number > b.number or a.sequence > b.sequence)"""))
                .as("a resource's versions in another order than their numbers")
                .isEmpty();
    }

    /** Each time it must find exactly the numbers after the last one that it saw. */
    private static void follow(ResourceStore store, DSLContext sql, AtomicBoolean writing) {
        long seen = 0;
        while (writing.get()) {
            long last = store.numbered();
            assertThat(last).isGreaterThanOrEqualTo(seen);
            assertThat(numbers(sql, seen, last))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(seen + 1, last).boxed().toList());
            seen = last;
        }
    }

    private static List<Long> numbers(DSLContext sql, long after, long last) {
        return sql.select(CHANGES.NUMBER)
                .from(CHANGES)
                .where(CHANGES.NUMBER.gt(after))
                .and(CHANGES.NUMBER.le(last))
                .orderBy(CHANGES.NUMBER)
                .fetch(CHANGES.NUMBER);
    }

    @Test
    void goesOnPastAWriterThatPauses() throws Exception {
        CountDownLatch inserted = new CountDownLatch(1);
        CountDownLatch resume = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> paused = threads.submit(() -> other.sql().transaction(configuration -> {
                configuration.dsl().execute("""
                        insert into fhir.changes (type, resource_key, version, committed_at)
                        values ('Patient', -1, 1, now())""");
                inserted.countDown();
                assertThat(resume.await(20, TimeUnit.SECONDS)).isTrue();
            }));
            assertThat(inserted.await(20, TimeUnit.SECONDS)).isTrue();
            put(first, "a");
            put(first, "b");
            assertThat(first.numbered()).isEqualTo(2);
            resume.countDown();
            paused.get();
        }
        assertThat(second.numbered()).isEqualTo(3);
        assertThat(one.sql().fetchValue("select number from fhir.changes where resource_key = -1"))
                .isEqualTo(3L);
    }

    @Test
    void isNumberedSoonAfterACommitWithoutAnyReader() throws Exception {
        put(first, "a");
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (one.sql().fetchCount(CHANGES, CHANGES.NUMBER.isNull()) > 0) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(5);
        }
    }

    /** More than one step takes. */
    @Test
    void numbersALargeImport() {
        one.sql().execute("""
                insert into fhir.changes (type, resource_key, version, committed_at)
                select 'Patient', -i, 1, now() from generate_series(1, 25001) i""");
        assertThat(second.numbered()).isEqualTo(25_001);
    }

    private static void put(ResourceStore store, String... ids) {
        List<Write> writes = new ArrayList<>();
        for (String id : ids) {
            writes.add(new Write.Update(
                    "Patient",
                    id,
                    TestStore.read("{\"resourceType\":\"Patient\",\"id\":\"" + id + "\"}"),
                    OptionalLong.empty(),
                    List.of()));
        }
        store.write(TestStore.CLINIC, writes);
    }
}
