package org.dripline.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.dripline.engine.store.Database;
import org.dripline.engine.store.DatabaseServer;

/** The database that tests run on: {@code -Dtest.database=postgresql}, or H2 unless set. */
public enum TestDatabase {
    H2 {
        @Override
        public Database open() {
            return Database.inMemory(UUID.randomUUID().toString());
        }

        @Override
        public List<String> settings() {
            try {
                return List.of("--dripline.data=" + Files.createTempDirectory("dripline-stories"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    POSTGRESQL {
        @Override
        public Database open() {
            return PostgresForTests.shared().open();
        }

        @Override
        public List<String> settings() {
            DatabaseServer server = PostgresForTests.shared().migrated();
            return List.of("--spring.datasource.url=" + server.url(), "--spring.datasource.username=" + server.user());
        }
    };

    public static TestDatabase ofThisRun() {
        return valueOf(System.getProperty("test.database", "h2").toUpperCase(Locale.ROOT));
    }

    /** A new empty one. */
    public abstract Database open();

    /** The server's arguments for a new empty one. */
    public abstract List<String> settings();
}
