package org.dripline.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.dripline.fhir.Requests.request;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.dripline.access.Access;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.Test;

class RequestBodyTest {
    private static final int LIMIT = 1000;

    @Test
    void readsUpToTheLimitAndNotOneByteMore() throws IOException {
        assertThat(RequestBody.read(sent(new byte[LIMIT], Map.of()), LIMIT)).hasSize(LIMIT);
        assertThat(status(sent(new byte[LIMIT + 1], Map.of()))).isEqualTo(413);
    }

    @Test
    void unzipsUpToTheLimitOfWhatComesOut() throws IOException {
        Map<String, String> gzip = Map.of("Content-Encoding", "gzip");
        assertThat(RequestBody.read(sent(zipped(LIMIT), gzip), LIMIT)).hasSize(LIMIT);
        assertThat(status(sent(zipped(50_000_000), gzip))).isEqualTo(413);
    }

    @Test
    void refusesAnAnnouncedLengthWithoutReading() {
        assertThat(status(sent(new byte[0], Map.of("Content-Length", "1001")))).isEqualTo(413);
    }

    @Test
    void refusesWhatIsNotWhatItsEncodingSays() throws IOException {
        assertThat(status(sent(new byte[10], Map.of("Content-Encoding", "gzip"))))
                .isEqualTo(400);
        byte[] whole = zipped(500);
        byte[] cut = Arrays.copyOf(whole, whole.length - 9);
        assertThat(status(sent(cut, Map.of("Content-Encoding", "x-gzip")))).isEqualTo(400);
        assertThat(status(sent(new byte[10], Map.of("Content-Encoding", "br")))).isEqualTo(415);
    }

    private static int status(Exchange exchange) {
        return catchThrowableOfType(Refusal.class, () -> RequestBody.read(exchange, LIMIT))
                .status();
    }

    private static Exchange sent(byte[] body, Map<String, String> headers) {
        return new Exchange(
                request("POST", "/Patient", headers),
                Negotiation.DEFAULT,
                Access.ofClinic("test"),
                new ByteArrayInputStream(body),
                new RequestLog("POST", "test"));
    }

    private static byte[] zipped(int zeros) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(new byte[zeros]);
        }
        return bytes.toByteArray();
    }
}
