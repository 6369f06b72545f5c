package org.dripline.engine.store;

import static org.dripline.schema.Tables.SECRETS;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.h2.api.ErrorCode;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.ThreadLocalTransactionProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database of one store: its connections, migrated to the newest schema. Closing it leaves a compact file. */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** What a store on H2 needs; see ADR 3 for each. */
    private static final String H2_SETTINGS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;RETENTION_TIME=0"
            + ";DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=256;TRACE_LEVEL_FILE=0";

    /** A statement that runs longer is ended by the database. */
    private static final String QUERY_TIMEOUT = "set query_timeout 10000";

    static final String USER = "sa";
    static final String PASSWORD = "";

    private static final int CONNECTIONS = 16;
    private static final int CONNECTION_WAIT_MILLIS = 5_000;
    private static final int SECRET_BYTES = 32;

    private final HikariDataSource connections;
    private final DSLContext sql;

    private Database(HikariDataSource connections) {
        this.connections = connections;
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        DefaultConfiguration configuration = new DefaultConfiguration();
        // What a thread asks while its transaction is open, it asks within it: reads and searches of a bundle too.
        configuration.set(new ThreadLocalTransactionProvider(new DataSourceConnectionProvider(connections)));
        configuration.setSQLDialect(SQLDialect.H2);
        configuration.setExecuteListener(new Overload());
        this.sql = DSL.using(configuration);
    }

    /**
     * The embedded database in a folder, which must be writable; made when it is not there.
     *
     * @throws DatabaseUnusable for a file that is in use, damaged or another's; it stays as it is
     */
    public static Database inFolder(Path folder) {
        DatabaseFile file = new DatabaseFile(folder.toAbsolutePath());
        try {
            file.prepare(url -> open(url).close());
            return open(file.url());
        } catch (PoolInitializationException | FlywayValidateException failure) {
            throw file.unusable(failure);
        }
    }

    /** A database that lives as long as this object, for tests. */
    public static Database inMemory(String name) {
        return open("jdbc:h2:mem:" + name);
    }

    private static Database open(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url + H2_SETTINGS);
        config.setUsername(USER);
        config.setPassword(PASSWORD);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(CONNECTION_WAIT_MILLIS);
        config.setConnectionInitSql(QUERY_TIMEOUT);
        HikariDataSource connections = new HikariDataSource(config);
        try {
            migrate(connections);
        } catch (RuntimeException failure) {
            connections.close();
            throw failure;
        }
        return new Database(connections);
    }

    private static void migrate(HikariDataSource connections) {
        Flyway.configure()
                .dataSource(connections)
                .schemas("fhir", "clinic")
                // A newer Dripline's schema is not ours to write to; by default it would pass.
                .ignoreMigrationPatterns(new String[0])
                .load()
                .migrate();
    }

    public DSLContext sql() {
        return sql;
    }

    /** Group sync for this database; when a sync fails the process is stopped at once. */
    public GroupSync durability() {
        return new GroupSync(() -> sql.execute("checkpoint sync"), () -> {
            LOG.error("The database could not be synced to disk; stopping, since nobody knows what is on it.");
            Runtime.getRuntime().halt(1);
        });
    }

    /** A random key of this store, made when it is first asked for. */
    public byte[] secret(String name) {
        return sql.transactionResult(() -> {
            byte[] known = sql.select(SECRETS.SECRET)
                    .from(SECRETS)
                    .where(SECRETS.NAME.eq(name))
                    .fetchOne(SECRETS.SECRET);
            if (known != null) {
                return known;
            }
            byte[] made = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(made);
            sql.insertInto(SECRETS, SECRETS.NAME, SECRETS.SECRET)
                    .values(name, made)
                    .execute();
            return made;
        });
    }

    @Override
    public void close() {
        if (connections.isClosed()) {
            return;
        }
        try (Connection last = DriverManager.getConnection(
                        connections.getJdbcUrl(), connections.getUsername(), connections.getPassword());
                Statement statement = last.createStatement()) {
            connections.close();
            statement.execute("shutdown compact");
        } catch (SQLException closing) {
            // Closing the connection that shut the database down is refused, and is no loss.
            if (closing.getErrorCode() != ErrorCode.DATABASE_CALLED_AT_SHUTDOWN) {
                throw new IllegalStateException("the database did not close cleanly", closing);
            }
        }
    }
}
