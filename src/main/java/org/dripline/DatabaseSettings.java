package org.dripline;

import java.util.Optional;
import org.dripline.engine.store.DatabaseServer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The database on a PostgreSQL server, under the names that Spring gives such settings. Without them the database is in
 * the folder {@code dripline.data}.
 *
 * @param url {@code jdbc:postgresql://host:port/database}, with parameters of the driver if wanted; none unless set,
 *     since 0.1
 * @param username the user of the server; unless set the one who runs this process, since 0.1
 * @param password a secret, never printed; unless set none, or the one of the user's password file, since 0.1
 */
@ConfigurationProperties(prefix = DatabaseSettings.PREFIX)
public record DatabaseSettings(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password) {
    static final String PREFIX = "spring.datasource";

    public DatabaseSettings {
        if (url == null ? username != null || password != null : !url.startsWith(DatabaseServer.SCHEME)) {
            // Also an empty one: records would go to a folder where nobody expects them.
            throw StartRefused.value(PREFIX + ".url", "a URL such as jdbc:postgresql://localhost:5432/dripline");
        }
    }

    Optional<DatabaseServer> server() {
        return url == null ? Optional.empty() : Optional.of(new DatabaseServer(url, username, password));
    }

    @Override
    public String toString() {
        return "DatabaseSettings of " + server();
    }
}
