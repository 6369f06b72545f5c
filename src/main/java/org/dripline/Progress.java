package org.dripline;

import java.io.PrintStream;

/**
 * Tells a person how far a longer piece of work has come: on a terminal one line that rewrites itself, elsewhere a plain
 * line for each step.
 */
final class Progress {
    private final PrintStream out;
    private final boolean terminal;
    private final String work;

    Progress(PrintStream out, boolean terminal, String work) {
        this.out = out;
        this.terminal = terminal;
        this.work = work;
    }

    /** On the standard output of this process. */
    static Progress onStandardOutput(String work) {
        return new Progress(System.out, System.console() != null, work);
    }

    /** @param unit what is counted, in the plural */
    void step(int done, int total, String unit) {
        String line = work + " " + done + " of " + total + " " + unit;
        if (!terminal) {
            out.println(line);
            return;
        }
        out.print("\r" + line + (done == total ? "\n" : ""));
        out.flush();
    }
}
