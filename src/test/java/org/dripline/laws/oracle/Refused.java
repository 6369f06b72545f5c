package org.dripline.laws.oracle;

import java.io.Serial;

/** A search that is answered with 400, and why. */
public final class Refused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    Refused(String why) {
        super(why, null, false, false);
    }
}
