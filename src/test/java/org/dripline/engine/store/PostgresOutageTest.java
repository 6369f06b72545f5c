package org.dripline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dripline.catalog.Catalog;
import org.dripline.engine.PostgresForTests;
import org.dripline.engine.Relay;
import org.dripline.engine.TestStore;
import org.dripline.engine.mapping.Projector;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What requests hear while the database is away, and that the server goes on by itself when it is back. */
@Timeout(120)
class PostgresOutageTest {
    private static final int MORE_THAN_CONNECTIONS = 20;
    private static final String NAME = "outage";

    private final Relay relay = new Relay(PostgresForTests.shared().port());
    private Database database;
    private ResourceStore store;

    @BeforeEach
    void open() {
        DatabaseServer direct = PostgresForTests.shared().migrated();
        // The driver's own answer to silence, sooner than the server's.
        String url = direct.url().replaceFirst(":\\d+/", ":" + relay.port() + "/") + "?socketTimeout=2";
        database = Database.onServer(new DatabaseServer(url, direct.user(), null));
        store = new ResourceStore(
                database,
                Catalog.resources(),
                new Projector(ZoneOffset.UTC, List.of()),
                Clock.systemUTC(),
                LinkMode.UNCHECKED);
        put(NAME);
    }

    @AfterEach
    void close() {
        relay.restore();
        database.close();
        relay.close();
    }

    @Test
    void answersThatItIsAwayAndGoesOnWhenItIsBack() throws Exception {
        relay.cut();
        List<ThrowingCallable> requests = List.of(
                () -> store.read(TestStore.CLINIC, "Patient", NAME),
                () -> put(NAME),
                () -> store.numbered(),
                () -> database.secret("new"));
        for (ThrowingCallable request : requests) {
            refuses(request, "transient", "no-database", "nothing was stored");
        }
        assertThat(database.answers()).isFalse();
        relay.restore();
        goesOn();
        assertThat(database.answers()).isTrue();
    }

    @Test
    void answersSilenceInTime() throws Exception {
        relay.block();
        refuses(() -> store.read(TestStore.CLINIC, "Patient", NAME), "transient", "no-database", "Try again");
        refuses(() -> put(NAME), "transient", "no-database", "Try again");
        relay.cut();
        relay.restore();
        goesOn();
    }

    @Test
    void answersAStatementWhoseConnectionWasEnded() throws Exception {
        database.sql().execute("""
                create function pg_temp_end() returns trigger language plpgsql as
                $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$""");
        database.sql().execute("""
                create trigger ends after insert on fhir.resource_versions execute function pg_temp_end()""");
        for (int write = 0; write < MORE_THAN_CONNECTIONS; write++) {
            refuses(() -> put("never"), "transient", "no-database", "nothing was stored");
        }
        database.sql().execute("drop trigger ends on fhir.resource_versions");
        goesOn();
        assertThat(store.read(TestStore.CLINIC, "Patient", "never")).isEmpty();
    }

    /** A constraint that is looked at when the transaction commits, and then ends its connection. */
    @Test
    void saysThatACommitWithoutAnAnswerMayHaveHappened() throws Exception {
        database.sql().execute("""
                create function pg_temp_end() returns trigger language plpgsql as
                $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$""");
        database.sql().execute("""
                create constraint trigger ends after insert on fhir.resource_versions
                deferrable initially deferred for each row execute function pg_temp_end()""");
        for (int write = 0; write < MORE_THAN_CONNECTIONS; write++) {
            refuses(() -> put("perhaps"), "transient", "lost-commit", "unknown whether it was stored");
        }
        database.sql().execute("drop trigger ends on fhir.resource_versions");
        goesOn();
    }

    /** More at once than there are connections, so that one that was lost to the pool would be missed. */
    private void goesOn() throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            try {
                store.read(TestStore.CLINIC, "Patient", NAME);
                break;
            } catch (Refusal still) {
                assertThat(System.nanoTime()).isLessThan(end);
            }
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(MORE_THAN_CONNECTIONS)) {
            List<Future<?>> writes = new ArrayList<>();
            for (int write = 0; write < 10 * MORE_THAN_CONNECTIONS; write++) {
                String id = "after-" + write;
                writes.add(threads.submit(() -> put(id)));
            }
            for (Future<?> write : writes) {
                write.get();
            }
        }
        assertThat(store.numbered()).isEqualTo(1 + 10 * MORE_THAN_CONNECTIONS);
    }

    private void put(String id) {
        Write write = new Write.Update(
                "Patient",
                id,
                TestStore.read("{\"resourceType\":\"Patient\",\"id\":\"" + id + "\"}"),
                OptionalLong.empty(),
                List.of());
        store.write(TestStore.CLINIC, List.of(write));
    }

    private static void refuses(ThrowingCallable request, String code, String rule, String text) {
        assertThatThrownBy(request).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(503);
            assertThat(refusal.headers()).containsKey("Retry-After");
            assertThat(refusal.issues()).singleElement().satisfies(issue -> {
                assertThat(issue.code()).isEqualTo(code);
                assertThat(issue.rule()).isEqualTo(rule);
                assertThat(issue.text()).contains(text);
            });
        });
    }
}
