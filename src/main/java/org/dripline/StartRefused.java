package org.dripline;

import java.io.Serial;

/** The server does not start, for a reason the operator can mend. The message is the one line the operator reads. */
final class StartRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    StartRefused(String message) {
        super(message);
    }

    /** A setting has a value that it cannot have. The value is not repeated: it may be a secret in the wrong place. */
    static StartRefused value(String name, String expected) {
        return new StartRefused("The setting " + name + " has a value that cannot be used; it takes " + expected + ".");
    }
}
