package org.dripline.engine.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;

/** A database on a PostgreSQL server, which other processes may use, too. */
final class Postgres implements Vendor {
    /**
     * Of each connection: a statement that runs longer than a request may is ended, and so is a transaction whose
     * process has stopped moving, for it holds locks. A commit is on disk when it returns, unless the operator asks for
     * even more. A record of a patient is in memory or on a disk without heads, for which PostgreSQL's own default of what
     * a jump costs makes it read whole tables; an operator's other value stays.
     */
    private static final String SESSION = """
            set statement_timeout = '10s';
            set idle_in_transaction_session_timeout = '60s';
            select set_config('synchronous_commit', 'on', false)
            where current_setting('synchronous_commit') in ('off', 'local', 'remote_write');
            select set_config('random_page_cost', '1.1', false)
            where current_setting('random_page_cost') = '4'""";

    /** For answers that never come, such as those of a machine that is gone: longer than a statement may take. */
    private static final String SOCKET_TIMEOUT_SECONDS = "15";

    private static final String CONNECT_TIMEOUT_SECONDS = "5";

    /** More are opened when they are needed. */
    private static final int IDLE_CONNECTIONS = 2;

    private final DatabaseServer server;

    Postgres(DatabaseServer server) {
        this.server = server;
    }

    @Override
    public SQLDialect dialect() {
        return SQLDialect.POSTGRES;
    }

    @Override
    public HikariConfig connections() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.url());
        config.setUsername(server.user());
        config.setPassword(server.password());
        config.setMinimumIdle(IDLE_CONNECTIONS);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionInitSql(SESSION);
        config.addDataSourceProperty("ApplicationName", "dripline");
        config.addDataSourceProperty("connectTimeout", CONNECT_TIMEOUT_SECONDS);
        config.addDataSourceProperty("socketTimeout", SOCKET_TIMEOUT_SECONDS);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return config;
    }

    @Override
    public void configure(FluentConfiguration migrations) {
        migrations
                .dataSource(server.url(), server.user(), server.password())
                .locations("classpath:db/migration", "classpath:db/postgresql");
    }

    @Override
    public Commits commits(DSLContext sql, StoreWatch watch) {
        return new CommitsInParallel(new Numbering(sql, watch));
    }

    @Override
    public int snapshotIsolation() {
        return Connection.TRANSACTION_REPEATABLE_READ;
    }

    @Override
    public void close(HikariDataSource connections) {
        connections.close();
    }
}
