package org.dripline.engine.store;

import java.io.Serial;

/** What a write was decided on has changed meanwhile; nothing was written. Decide again and repeat. */
public final class Outdated extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public Outdated() {
        super("decided on what has changed meanwhile", null, false, false);
    }
}
