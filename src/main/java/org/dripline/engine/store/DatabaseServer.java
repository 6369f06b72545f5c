package org.dripline.engine.store;

import static org.dripline.engine.store.DatabaseUnusable.Reason.ABSENT;
import static org.dripline.engine.store.DatabaseUnusable.Reason.FOREIGN;
import static org.dripline.engine.store.DatabaseUnusable.Reason.NO_ACCESS;
import static org.dripline.engine.store.DatabaseUnusable.Reason.NO_LOGIN;
import static org.dripline.engine.store.DatabaseUnusable.Reason.OTHER_ENCODING;
import static org.dripline.engine.store.DatabaseUnusable.Reason.READ_ONLY;
import static org.dripline.engine.store.DatabaseUnusable.Reason.TOO_OLD;
import static org.dripline.engine.store.DatabaseUnusable.Reason.UNREACHABLE;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;

/**
 * A database on a PostgreSQL server, and as whom to use it.
 *
 * @param url {@code jdbc:postgresql://host:port/database}, with or without the driver's own parameters
 * @param user null for the one of the URL, or the one who runs this process
 * @param password null for the one of the URL or of the password file, or for none; never printed
 */
public record DatabaseServer(
        String url, @Nullable String user, @Nullable String password) {
    /** How the URL of such a database begins. */
    public static final String SCHEME = "jdbc:postgresql:";

    /** The oldest version that is served. */
    public static final int OLDEST = 15;

    private static final String CONNECT_TIMEOUT_SECONDS = "5";

    private static final String STANDING = """
            select current_setting('server_version_num')::int / 10000,
                   current_setting('server_encoding'),
                   pg_is_in_recovery(),
                   to_regclass('fhir.flyway_schema_history') is null
                   and exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
                               where n.nspname in ('fhir', 'clinic'))""";

    /** The URL as it may be shown: its parameters may hold a password. */
    String name() {
        return url.replaceFirst("[?].*", "");
    }

    /** Finds in advance, and without changing anything, what a start would fail at. */
    void check() {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", CONNECT_TIMEOUT_SECONDS);
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        try (Connection connection = DriverManager.getConnection(url, properties);
                Statement statement = connection.createStatement();
                ResultSet standing = statement.executeQuery(STANDING)) {
            standing.next();
            require(standing.getInt(1) >= OLDEST, TOO_OLD);
            require("UTF8".equals(standing.getString(2)), OTHER_ENCODING);
            require(!standing.getBoolean(3), READ_ONLY);
            // Flyway would begin, and fail at the first table that is there.
            require(!standing.getBoolean(4), FOREIGN);
        } catch (SQLException failure) {
            throw unusable(failure);
        }
    }

    private void require(boolean good, DatabaseUnusable.Reason reason) {
        if (!good) {
            throw new DatabaseUnusable(name(), reason, null);
        }
    }

    /** What the failure to open it means to its operator; a defect when it means nothing. */
    RuntimeException unusable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<DatabaseUnusable.Reason> reason = reason(cause);
            if (reason.isPresent()) {
                return new DatabaseUnusable(name(), reason.get(), failure);
            }
        }
        return failure instanceof RuntimeException defect ? defect : new IllegalStateException(failure);
    }

    private static Optional<DatabaseUnusable.Reason> reason(Throwable cause) {
        return switch (cause) {
            case FlywayValidateException other -> Optional.of(FOREIGN);
            case SQLException sql when sql.getSQLState() != null -> reason(sql.getSQLState());
            default -> Optional.empty();
        };
    }

    private static Optional<DatabaseUnusable.Reason> reason(String state) {
        return switch (state) {
            case "3D000" -> Optional.of(ABSENT);
            case "42501" -> Optional.of(NO_ACCESS);
            case "25006" -> Optional.of(READ_ONLY);
            // The driver's own, when it was asked for a password and has none.
            case "28000", "28P01", "08004" -> Optional.of(NO_LOGIN);
            case "57P03", "53300" -> Optional.of(UNREACHABLE);
            default -> state.startsWith("08") ? Optional.of(UNREACHABLE) : Optional.empty();
        };
    }

    @Override
    public String toString() {
        return name();
    }
}
