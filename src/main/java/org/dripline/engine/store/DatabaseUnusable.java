package org.dripline.engine.store;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A database that cannot be opened, for a reason that its operator can mend. It was left as it is. */
public final class DatabaseUnusable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String database;
    private final Reason reason;

    DatabaseUnusable(String database, Reason reason, @Nullable Throwable cause) {
        super(database + " is unusable: " + reason, cause);
        this.database = database;
        this.reason = reason;
    }

    /** The path of the file, or the URL on its server. */
    public String database() {
        return database;
    }

    public boolean isOnServer() {
        return database.startsWith(DatabaseServer.SCHEME);
    }

    public Reason reason() {
        return reason;
    }

    /** What is the matter with it. */
    public enum Reason {
        /** Another process has the file open. */
        IN_USE,
        /** This process may not read or change it. */
        NO_ACCESS,
        /** Another version of Dripline, or another program, has made it. */
        FOREIGN,
        /** The file is broken, cut off, or no database at all. */
        DAMAGED,
        /** No server answers. */
        UNREACHABLE,
        /** The server does not know the user, or not with this password. */
        NO_LOGIN,
        /** The server has no database of that name. */
        ABSENT,
        /** The server's version is not served any more. */
        TOO_OLD,
        /** It cannot hold every character. */
        OTHER_ENCODING,
        /** It follows another one. */
        READ_ONLY
    }
}
