package org.dripline.engine.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.h2.api.ErrorCode;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.exception.DataAccessException;

/**
 * Tells overload apart from defects: no free connection and a statement that ran into its time limit are answered with
 * 503 and a time to come back; everything else stays what it is.
 */
final class Overload implements ExecuteListener {
    private static final long serialVersionUID = 1L;
    private static final String RETRY_SECONDS = "2";

    @Override
    public void exception(ExecuteContext context) {
        if (context.exception() != null) {
            context.exception(translate(context.exception()));
        }
    }

    static RuntimeException translate(RuntimeException failure) {
        SQLException cause = failure instanceof DataAccessException access ? access.getCause(SQLException.class) : null;
        if (cause instanceof SQLTransientConnectionException) {
            return refusal("no-connection", "Too many requests at once. Try again in " + RETRY_SECONDS + " seconds.");
        }
        if (cause != null && cause.getErrorCode() == ErrorCode.STATEMENT_WAS_CANCELED) {
            return refusal(
                    "query-time", "This took longer than the server allows and was ended. Narrow it, and try again.");
        }
        return failure;
    }

    private static Refusal refusal(String rule, String text) {
        return Refusal.of(503, Issue.error("throttled", rule, text)).with("Retry-After", RETRY_SECONDS);
    }
}
