package org.dripline.engine.store;

import static org.dripline.schema.Tables.SECRETS;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.util.function.Supplier;
import org.dripline.outcome.Refusal;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;

/** The database of one store: its connections, migrated to the newest schema. */
public final class Database implements AutoCloseable {
    private static final String POOL = "dripline";
    private static final int CONNECTIONS = 16;
    private static final int CONNECTION_WAIT_MILLIS = 5_000;
    private static final int SECRET_BYTES = 32;

    private final Vendor vendor;
    private final HikariDataSource connections;
    private final DSLContext sql;
    private final Commits commits;

    private Database(Vendor vendor, HikariDataSource connections, StoreWatch watch) {
        this.vendor = vendor;
        this.connections = connections;
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        DefaultConfiguration configuration = new DefaultConfiguration();
        // What a thread asks while its transaction is open, it asks within it: reads and searches of a bundle too.
        configuration.setTransactionProvider(new ThreadTransactions(new DataSourceConnectionProvider(connections)));
        configuration.setSQLDialect(vendor.dialect());
        configuration.setExecuteListener(new Overload());
        this.sql = DSL.using(configuration);
        this.commits = vendor.commits(sql, watch);
    }

    /**
     * The embedded database in a folder, which must be writable; made when it is not there.
     *
     * @throws DatabaseUnusable for a file that is in use, damaged or another's; it stays as it is
     */
    public static Database inFolder(Path folder) {
        return inFolder(folder, StoreWatch.NONE);
    }

    /** The same, watched. */
    public static Database inFolder(Path folder, StoreWatch watch) {
        DatabaseFile file = new DatabaseFile(folder.toAbsolutePath());
        try {
            file.prepare(url -> open(new H2(url), StoreWatch.NONE).close());
            return open(new H2(file.url()), watch);
        } catch (PoolInitializationException | FlywayValidateException failure) {
            throw file.unusable(failure);
        }
    }

    /** A database that lives as long as this object, for tests. */
    public static Database inMemory(String name) {
        return open(new H2("jdbc:h2:mem:" + name), StoreWatch.NONE);
    }

    /**
     * A database on a PostgreSQL server. It must be there; its schemas are made when they are not.
     *
     * @throws DatabaseUnusable for one that cannot be reached, used or changed; it stays as it is
     */
    public static Database onServer(DatabaseServer server) {
        return onServer(server, StoreWatch.NONE);
    }

    /** The same, watched. */
    public static Database onServer(DatabaseServer server, StoreWatch watch) {
        server.check();
        try {
            return open(new Postgres(server), watch);
        } catch (PoolInitializationException | FlywayException failure) {
            throw server.unusable(failure);
        }
    }

    private static Database open(Vendor vendor, StoreWatch watch) {
        HikariConfig config = vendor.connections();
        config.setPoolName(POOL);
        watch.connections().ifPresent(config::setMetricsTrackerFactory);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(CONNECTION_WAIT_MILLIS);
        HikariDataSource connections = new HikariDataSource(config);
        try {
            migrate(vendor);
            return new Database(vendor, connections, watch);
        } catch (RuntimeException failure) {
            connections.close();
            throw failure;
        }
    }

    private static void migrate(Vendor vendor) {
        FluentConfiguration migrations = Flyway.configure()
                .schemas("fhir", "clinic")
                // A newer Dripline's schema is not ours to write to; by default it would pass.
                .ignoreMigrationPatterns(new String[0]);
        vendor.configure(migrations);
        migrations.load().migrate();
    }

    public DSLContext sql() {
        return sql;
    }

    Commits commits() {
        return commits;
    }

    /**
     * Reads of this thread that all see the database as it is at the first of them, whatever others commit meanwhile.
     * Within a transaction of this thread they see what it sees.
     */
    public <T> T snapshot(Supplier<T> reads) {
        try {
            boolean inTransaction = !sql.connectionResult(Connection::getAutoCommit);
            if (inTransaction) {
                return reads.get();
            }
            return sql.transactionResult(() -> {
                // Before the first statement; the pool sets it back.
                sql.connection(connection -> connection.setTransactionIsolation(vendor.snapshotIsolation()));
                return reads.get();
            });
        } catch (DataAccessException failure) {
            // Asked of the connection itself: the listener that tells a lost one from a defect hears nothing of it.
            throw Overload.translate(failure);
        }
    }

    /** Whether it answers now; it takes seconds to say no. One whose connections are all at work is there. */
    public boolean answers() {
        try {
            return sql.selectOne().fetchSingle(0, int.class) == 1;
        } catch (Refusal refusal) {
            return Overload.isBusy(refusal);
        } catch (DataAccessException closed) {
            return false;
        }
    }

    /** A random key of this store, made when it is first asked for; the same for all who ask, in every process. */
    public byte[] secret(String name) {
        byte[] made = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(made);
        sql.insertInto(SECRETS, SECRETS.NAME, SECRETS.SECRET)
                .values(name, made)
                .onConflictDoNothing()
                .execute();
        return sql.select(SECRETS.SECRET)
                .from(SECRETS)
                .where(SECRETS.NAME.eq(name))
                .fetchSingle(SECRETS.SECRET);
    }

    @Override
    public void close() {
        if (connections.isClosed()) {
            return;
        }
        commits.close();
        vendor.close(connections);
    }
}
