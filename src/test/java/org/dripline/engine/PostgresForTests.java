package org.dripline.engine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dripline.engine.store.Database;
import org.dripline.engine.store.DatabaseServer;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** A PostgreSQL server that this process has started, with as many databases as tests want. */
public final class PostgresForTests implements AutoCloseable {
    private static final String USER = "postgres";
    private static final String TEMPLATE = "migrated";

    /** What tests drop when they do not need it any more begins so. */
    private static final String PASSING = "store_";

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final EmbeddedPostgres.Builder builder;
    private volatile EmbeddedPostgres process;

    private PostgresForTests(EmbeddedPostgres.Builder builder) {
        this.builder = builder;
        process = started(builder);
        // Not C, so that whatever relies on the database's own order of letters is found out.
        create(TEMPLATE, "template0 encoding 'UTF8' locale 'C' locale_provider icu icu_locale 'en-US'");
        Database.onServer(server(TEMPLATE)).close();
    }

    private static final class Shared {
        static final PostgresForTests ONLY = new PostgresForTests(EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "300")
                // What the tests write need not survive them.
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off"));
    }

    /** The one that most tests share; it ends with this process. */
    public static PostgresForTests shared() {
        return Shared.ONLY;
    }

    /** One that may be stopped, and that keeps what it has acknowledged. */
    public static PostgresForTests ofOnesOwn() {
        return new PostgresForTests(EmbeddedPostgres.builder().setServerConfig("fsync", "on"));
    }

    /** One that may be stopped and started again, with its data in this folder, which its caller deletes. */
    public static PostgresForTests ofOnesOwn(Path data) {
        return new PostgresForTests(EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setDataDirectory(data)
                .setCleanDataDirectory(false));
    }

    private static EmbeddedPostgres started(EmbeddedPostgres.Builder builder) {
        try {
            // Recovery after a crash takes its time on a busy machine.
            return builder.setPGStartupWait(Duration.ofMinutes(1)).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it as its operator does: open transactions are ended, and their clients told. */
    public void stop() {
        close();
    }

    /** Ends it as a crash does, so that it recovers at its next start; {@code data} is its folder. */
    public void crash(Path data) throws IOException, InterruptedException {
        String postmaster = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
        new ProcessBuilder("kill", "-QUIT", postmaster).start().waitFor();
        ProcessHandle.of(Long.parseLong(postmaster))
                .ifPresent(handle -> handle.onExit().join());
        close();
    }

    /** Starts it after a stop or a crash, on the same port and with the same data. */
    public void start() {
        process = started(builder);
    }

    /** How many connections a database has. */
    public int users(DatabaseServer database) {
        String name = database.url().replaceFirst(".*/", "");
        try (Connection connection = process.getPostgresDatabase().getConnection()) {
            return DSL.using(connection)
                    .fetchSingle("select count(*) from pg_stat_activity where datname = {0}", DSL.val(name))
                    .into(int.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new database as a finished migration leaves it, which is dropped some time after it is closed. */
    public synchronized Database open() {
        dropClosed();
        return Database.onServer(migrated(PASSING));
    }

    /** A new database as a finished migration leaves it. */
    public DatabaseServer migrated() {
        return migrated("kept_");
    }

    private DatabaseServer migrated(String prefix) {
        String name = prefix + COUNTER.incrementAndGet();
        create(name, TEMPLATE);
        return server(name);
    }

    /** A new database without anything in it. */
    public DatabaseServer empty() {
        String name = "kept_" + COUNTER.incrementAndGet();
        create(name, "template0 encoding 'UTF8'");
        return server(name);
    }

    public int port() {
        return process.getPort();
    }

    public DatabaseServer server(String database) {
        return new DatabaseServer("jdbc:postgresql://127.0.0.1:" + process.getPort() + "/" + database, USER, null);
    }

    private void create(String name, String template) {
        execute("create database " + name + " template " + template);
    }

    private void dropClosed() {
        try (Connection connection = process.getPostgresDatabase().getConnection()) {
            List<String> closed = DSL.using(connection)
                    .fetch(
                            "select d.datname from pg_database d where d.datname like {0} and not exists"
                                    + " (select 1 from pg_stat_activity a where a.datid = d.oid)",
                            DSL.val(PASSING + "%"))
                    .into(String.class);
            new ArrayList<>(closed).forEach(name -> execute("drop database " + name));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new database. */
    public DatabaseServer created(String name, String template) {
        create(name, template);
        return server(name);
    }

    /** From now on that user needs its password, whom the server trusts otherwise. */
    public void requirePassword(String user) {
        try (Connection connection = process.getPostgresDatabase().getConnection()) {
            DSLContext sql = DSL.using(connection);
            Path rules = Path.of((String) sql.fetchValue("select current_setting('hba_file')"));
            Files.writeString(rules, "host all " + user + " all scram-sha-256\n" + Files.readString(rules));
            sql.fetch("select pg_reload_conf()");
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A statement of the server's administrator. */
    public void execute(String sql) {
        executeIn(server("postgres"), sql);
    }

    public void executeIn(DatabaseServer database, String sql) {
        try (Connection connection = DriverManager.getConnection(database.url(), USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            process.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
