package org.dripline.engine.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;

/** What differs between the databases that a store can be on. */
sealed interface Vendor permits H2, Postgres {
    SQLDialect dialect();

    /** Where to connect, and as what; how many connections there are is not the vendor's. */
    HikariConfig connections();

    /** Connections for migrations, which may take longer than a request, and the folders that hold them. */
    void configure(FluentConfiguration migrations);

    /** How writers run; {@code watch} hears of each step that makes commits durable or numbers them. */
    Commits commits(DSLContext sql, StoreWatch watch);

    /** JDBC's number of the isolation in which all statements of a transaction see the same. */
    int snapshotIsolation();

    void close(HikariDataSource connections);
}
