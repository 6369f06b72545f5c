package org.dripline.fhir;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;

/**
 * A body on its way in. Whoever breaks off, sends broken chunks or trickles is the one to be told, and holds a thread
 * no longer than {@link #LONGEST}.
 */
final class TimedBody extends FilterInputStream {
    static final Duration LONGEST = Duration.ofSeconds(60);

    private final InstantSource clock;
    private final java.time.Instant latest;

    TimedBody(InputStream body, InstantSource clock) {
        super(body);
        this.clock = clock;
        this.latest = clock.instant().plus(LONGEST);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (clock.instant().isAfter(latest)) {
            throw late();
        }
        try {
            return super.read(into, offset, length);
        } catch (IOException e) {
            throw e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException
                    ? late()
                    : Refusal.malformed(
                            "body-incomplete",
                            "The body ends before its Content-Length or last chunk, or a chunk is malformed;"
                                    + " send it again in full.");
        }
    }

    private static Refusal late() {
        return Refusal.of(
                408,
                Issue.error(
                        "timeout",
                        "body-time",
                        "The body did not arrive within " + LONGEST.toSeconds() + " seconds; send it again."));
    }
}
