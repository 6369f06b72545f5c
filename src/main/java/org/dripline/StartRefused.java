package org.dripline;

import java.io.Serial;

/** The server does not start, for a reason the operator can mend. The message is the one line the operator reads. */
final class StartRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    StartRefused(String message) {
        super(message);
    }
}
