package org.dripline.engine.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * Tells what passes from defects: no free connection, a statement that ran into its time limit and a database that is
 * out of reach are answered with 503 and a time to come back; everything else stays what it is.
 */
final class Overload implements ExecuteListener {
    private static final long serialVersionUID = 1L;
    private static final String RETRY_SECONDS = "2";

    /** Standard SQLState of a cancelled statement, on both databases. */
    private static final String CANCELLED = "57014";

    /**
     * PostgreSQL's, beside the whole class 08: a connection that it ended since it stops (57P01, 57P02), starts (57P03)
     * or saw nothing for too long (57P05, 25P03), too many of them (53300), and a server that may not write (25006).
     */
    private static final Set<String> UNREACHABLE =
            Set.of("57P01", "57P02", "57P03", "57P05", "25P03", "53300", "25006");

    /** PostgreSQL's full disk, and what its system refuses it: it gives up what it was asked for. */
    private static final Set<String> NO_ROOM = Set.of("53100", "58");

    private static final String NO_CONNECTION = "no-connection";

    private static final String LOST_WRITE = "The connection to the database was lost while this was being committed,"
            + " so it is unknown whether it was stored. A conditional create, and an update with the same id, can be"
            + " repeated safely; before anything else is repeated, look whether it is there. Try again in "
            + RETRY_SECONDS + " seconds.";

    @Override
    public void exception(ExecuteContext context) {
        if (context.exception() != null) {
            context.exception(translate(context.exception()));
        }
    }

    /** Of anything but a commit: nothing was stored. */
    static RuntimeException translate(RuntimeException failure) {
        SQLException cause = cause(failure);
        if (cause instanceof SQLTransientConnectionException && cause.getCause() == null) {
            return refusal(
                    "throttled",
                    NO_CONNECTION,
                    "Too many requests at once. Try again in " + RETRY_SECONDS + " seconds.");
        }
        if (cause != null && CANCELLED.equals(cause.getSQLState())) {
            return refusal(
                    "throttled",
                    "query-time",
                    "This took longer than the server allows and was ended. Narrow it, and try again.");
        }
        if (cause != null && NO_ROOM.stream().anyMatch(String.valueOf(cause.getSQLState())::startsWith)) {
            return refusal(
                    "no-store",
                    "no-room",
                    "The database has no room left, or its disk fails; nothing was stored. Its operator must mend that.");
        }
        return isUnreachable(cause)
                ? refusal(
                        "transient",
                        "no-database",
                        "The database cannot be reached just now, and nothing was stored." + " Try again in "
                                + RETRY_SECONDS + " seconds.")
                : failure;
    }

    /** A commit whose answer did not come may have happened. */
    static RuntimeException translateCommit(RuntimeException failure) {
        return isUnreachable(cause(failure)) ? refusal("transient", "lost-commit", LOST_WRITE) : translate(failure);
    }

    /** Whether this says that all connections are at work, and nothing worse. */
    static boolean isBusy(Refusal refusal) {
        return refusal.issues().stream().anyMatch(issue -> issue.rule().equals(NO_CONNECTION));
    }

    private static @Nullable SQLException cause(RuntimeException failure) {
        SQLException cause = failure instanceof DataAccessException access ? access.getCause(SQLException.class) : null;
        // What fails while jOOQ reads a value is in one of its own, which has no state.
        while (cause != null
                && cause.getClass() == SQLException.class
                && cause.getSQLState() == null
                && cause.getCause() instanceof SQLException inner) {
            cause = inner;
        }
        return cause;
    }

    private static boolean isUnreachable(@Nullable SQLException failure) {
        if (failure == null) {
            return false;
        }
        String state = Optional.ofNullable(failure.getSQLState()).orElse("");
        return state.startsWith("08")
                || UNREACHABLE.contains(state)
                // The pool's own, which has no state: of a connection that it has given up, or has not got in time.
                || failure instanceof SQLTransientConnectionException
                || "Connection is closed".equals(failure.getMessage());
    }

    private static Refusal refusal(String code, String rule, String text) {
        return Refusal.of(503, Issue.error(code, rule, text)).with("Retry-After", RETRY_SECONDS);
    }
}
