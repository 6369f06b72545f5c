package org.dripline.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.Test;

class TimedBodyTest {
    private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    @Test
    void readsUntilTheTimeIsUp() throws IOException {
        TimedBody body = new TimedBody(new ByteArrayInputStream(new byte[] {1, -1}), now::get);
        now.set(START.plus(TimedBody.LONGEST));
        assertThat(body.read()).isEqualTo(1);
        assertThat(body.read()).isEqualTo(255);
        assertThat(body.read()).isEqualTo(-1);

        now.set(START.plus(TimedBody.LONGEST).plusMillis(1));
        assertThat(refusal(body).status()).isEqualTo(408);
    }

    @Test
    void tellsSilenceFromABrokenConnection() {
        assertThat(refusal(failing(new IOException(new SocketTimeoutException())))
                        .status())
                .isEqualTo(408);
        assertThat(refusal(failing(new IOException("gone"))).issues().getFirst().rule())
                .isEqualTo("body-incomplete");
    }

    private static Refusal refusal(InputStream body) {
        return catchThrowableOfType(Refusal.class, body::read);
    }

    private TimedBody failing(IOException failure) {
        return new TimedBody(
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw failure;
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        throw failure;
                    }
                },
                now::get);
    }
}
