package org.dripline.engine.store;

import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A database file that cannot be opened, for a reason that its operator can mend. It was left as it is. */
public final class DatabaseUnusable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final Reason reason;

    DatabaseUnusable(Path file, Reason reason, @Nullable Throwable cause) {
        super(file + " is unusable: " + reason, cause);
        this.file = file;
        this.reason = reason;
    }

    public Path file() {
        return file;
    }

    public Reason reason() {
        return reason;
    }

    /** What is the matter with the file. */
    public enum Reason {
        /** Another process has it open. */
        IN_USE,
        /** This process may not read or change it. */
        NO_ACCESS,
        /** Another version of Dripline, or another program, has made it. */
        FOREIGN,
        /** It is broken, cut off, or no database at all. */
        DAMAGED
    }
}
