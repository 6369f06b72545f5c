package org.dripline.engine.search;

import java.sql.SQLException;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.PGStatement;

/**
 * Statements that PostgreSQL plans for the very values they come with: a frequent code wants another plan than a rare
 * one. Other statements it plans once for a connection, which takes longer than to run them.
 */
final class PlannedByValues implements ExecuteListener {
    private static final long serialVersionUID = 1L;

    private PlannedByValues() {}

    /** The same database, asked so. */
    static DSLContext of(DSLContext sql) {
        return sql.family() == SQLDialect.POSTGRES
                ? DSL.using(sql.configuration().deriveAppending(new PlannedByValues()))
                : sql;
    }

    /** A statement that stays unnamed is planned each time. */
    @Override
    public void prepareEnd(ExecuteContext context) {
        try {
            if (context.statement() != null) {
                context.statement().unwrap(PGStatement.class).setPrepareThreshold(0);
            }
        } catch (SQLException failure) {
            context.sqlException(failure);
        }
    }
}
