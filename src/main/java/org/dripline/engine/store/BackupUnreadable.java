package org.dripline.engine.store;

import java.io.Serial;

/** A file that is no backup of a database of ours, or not a whole one. Nothing was made of it. */
public final class BackupUnreadable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    BackupUnreadable(Throwable cause) {
        super("no whole backup", cause);
    }
}
