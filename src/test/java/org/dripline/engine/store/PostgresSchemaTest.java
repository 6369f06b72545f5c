package org.dripline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dripline.engine.PostgresForTests;
import org.dripline.engine.TestDatabase;
import org.dripline.engine.TestStore;
import org.junit.jupiter.api.Test;

/** The schema on PostgreSQL, and several servers that open one database at the same time. */
class PostgresSchemaTest {
    private static final int SERVERS = 4;

    /** The database of the tests sorts as English does, so a column without a collation of its own would. */
    @Test
    void comparesEveryTextByCodePoints() {
        try (Database database = PostgresForTests.shared().open()) {
            assertThat(database.sql()
                            .fetchValue(
                                    "select datlocprovider::text from pg_database where datname = current_database()"))
                    .isEqualTo("i");
            assertThat(database.sql().fetch("""
                            select table_name, column_name from information_schema.columns
                            where table_schema = 'fhir' and table_name <> 'flyway_schema_history'
                              and data_type in ('character varying', 'text', 'character')
                              and collation_name is distinct from 'C'""")).isEmpty();
        }
    }

    /** Random text does not compress. */
    @Test
    void indexesTheLongestCodesOfAnyScript() {
        Random random = new Random(1);
        String[] longest = new String[4];
        for (int i = 0; i < longest.length; i++) {
            longest[i] = random.ints(512, 0x20000, 0x2A000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
        try (TestStore test = new TestStore(TestDatabase.POSTGRESQL)) {
            test.put("""
                    {"resourceType":"Observation","id":"o","status":"final","identifier":[{"system":"%1$s","value":"%2$s"}],
                     "code":{"coding":[{"system":"%1$s","code":"%2$s","display":"%3$s"}]},
                     "component":[{"code":{"coding":[{"system":"%1$s","code":"%2$s"}]},
                       "valueQuantity":{"value":1,"system":"%1$s","code":"%4$s"}}],
                     "instantiatesCanonical":"%3$s","performer":[{"reference":"%3$s"}]}""".formatted((Object[]) longest));
            assertThat(test.store.read(TestStore.CLINIC, "Observation", "o")).isPresent();
        }
    }

    @Test
    void isMadeOnceByServersThatStartTogether() throws Exception {
        DatabaseServer empty = PostgresForTests.shared().empty();
        List<byte[]> secrets = together(() -> {
            try (Database database = Database.onServer(empty)) {
                return database.secret("page-token");
            }
        });
        assertThat(secrets)
                .hasSize(SERVERS)
                .allSatisfy(secret -> assertThat(secret).hasSize(32).isEqualTo(secrets.getFirst()));
    }

    @Test
    void keepsOneSecretForAllWhoAskFirst() throws Exception {
        try (Database database = PostgresForTests.shared().open()) {
            for (int round = 0; round < 20; round++) {
                String name = "secret-" + round;
                List<byte[]> secrets = together(() -> database.secret(name));
                assertThat(secrets).allSatisfy(secret -> assertThat(secret).isEqualTo(secrets.getFirst()));
            }
        }
    }

    private static <T> List<T> together(Callable<T> work) throws Exception {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(SERVERS)) {
            List<Future<T>> all = new ArrayList<>();
            for (int server = 0; server < SERVERS; server++) {
                all.add(threads.submit(work));
            }
            for (Future<T> each : all) {
                results.add(each.get());
            }
        }
        return results;
    }
}
