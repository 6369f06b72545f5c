package org.dripline.engine.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.api.ErrorCode;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An H2 database within this process, in a file or in memory.
 *
 * @param address the URL without settings
 */
record H2(String address) implements Vendor {
    private static final Logger LOG = LoggerFactory.getLogger(H2.class);

    static final String USER = "sa";
    static final String PASSWORD = "";

    /** What a store needs; see ADR 3 for each. */
    private static final String SETTINGS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;RETENTION_TIME=0"
            + ";DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=256;TRACE_LEVEL_FILE=0";

    /** A statement that runs longer is ended by the database. */
    private static final String QUERY_TIMEOUT = "set query_timeout 10000";

    /** Of {@code org.h2.engine.Constants}, which JDBC has no name for. */
    private static final int SNAPSHOT = 6;

    private static final String ZIPPED = " compression zip charset 'UTF-8'";

    private String url() {
        return address + SETTINGS;
    }

    @Override
    public SQLDialect dialect() {
        return SQLDialect.H2;
    }

    @Override
    public HikariConfig connections() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setUsername(USER);
        config.setPassword(PASSWORD);
        config.setConnectionInitSql(QUERY_TIMEOUT);
        return config;
    }

    @Override
    public void configure(FluentConfiguration migrations) {
        migrations.dataSource(url(), USER, PASSWORD).locations("classpath:db/migration", "classpath:db/h2");
    }

    /** When a sync fails the process is stopped at once. */
    @Override
    public Commits commits(DSLContext sql, StoreWatch watch) {
        GroupSync durability = new GroupSync(() -> sync(sql, watch), () -> {
            LOG.error("The database could not be synced to disk; stopping, since nobody knows what is on it.");
            Runtime.getRuntime().halt(1);
        });
        return new CommitsInTurn(sql, durability);
    }

    private static void sync(DSLContext sql, StoreWatch watch) {
        long begun = System.nanoTime();
        sql.execute("checkpoint sync");
        watch.synced(System.nanoTime() - begun);
    }

    /**
     * Writes a script that makes the database anew, zipped. It is of one instant, though others write meanwhile: all
     * tables are read as they were when the statement began. Copying the file itself would not be safe: H2 moves its
     * chunks while it is copied.
     *
     * @param target a new file
     */
    void backup(Path target) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("set session characteristics as transaction isolation level snapshot");
            statement.execute("script nopasswords nosettings to " + literal(target) + ZIPPED);
        }
    }

    /** Makes this database, which is absent, from such a script, and closes it. */
    void restore(Path script) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("runscript from " + literal(script) + ZIPPED);
            // Any other script would do until here.
            statement.execute("select count(*) from fhir.flyway_schema_history");
            statement.execute("shutdown compact");
        }
    }

    private static String literal(Path file) {
        return "'" + file.toAbsolutePath().toString().replace("'", "''") + "'";
    }

    /** H2's own; its repeatable read would let new rows through. */
    @Override
    public int snapshotIsolation() {
        return SNAPSHOT;
    }

    /** Leaves a compact file. */
    @Override
    public void close(HikariDataSource connections) {
        try (Connection last = DriverManager.getConnection(url(), USER, PASSWORD);
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
