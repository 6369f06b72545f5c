package org.dripline.treatment;

/** What computes the summaries, as documents and pages name it. */
public final class Software {
    public static final String NAME = "Dripline";

    /** That of the pom. */
    public static final String VERSION = "0.1.0";

    public static final String TITLE = NAME + ' ' + VERSION;

    private Software() {}
}
