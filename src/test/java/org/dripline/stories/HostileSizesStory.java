package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.stories.Hostile.JSON;
import static org.dripline.stories.Hostile.SECRET;
import static org.dripline.stories.Hostile.patient;
import static org.dripline.stories.RawHttp.ascii;
import static org.dripline.stories.RawHttp.post;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are too large, wrongly packed, slow or never finished. */
@Timeout(60)
class HostileSizesStory {
    private static final String TYPE = "Content-Type: " + JSON + "\r\n";
    private static final byte[] CHUNKED =
            ascii("POST /fhir/Patient HTTP/1.1\r\nHost: localhost\r\n" + TYPE + "Transfer-Encoding: chunked\r\n\r\n");

    private final Hostile hostile = new Hostile();

    @Test
    void tellsWhoSendsFiftyMegabytesThatItIsTooMuch() {
        byte[] spaces = new byte[50 << 20];
        Arrays.fill(spaces, (byte) ' ');
        hostile.refused(413, "body-size", post("/fhir/Patient", JSON, spaces));
        hostile.refused(413, "body-size", post("/fhir", JSON, spaces));
        hostile.refused(413, "body-size", post("/fhir/Patient/_search", "application/x-www-form-urlencoded", spaces));
        byte[] chunk = ascii("3200000\r\n");
        hostile.refused(413, "body-size", CHUNKED, chunk, spaces, ascii("\r\n0\r\n\r\n"));
    }

    @Test
    void refusesAnAnnouncedLengthBeforeAnythingIsSent() {
        byte[] announced =
                ascii("POST /fhir/Patient HTTP/1.1\r\nHost: localhost\r\n" + TYPE + "Content-Length: 99999999\r\n");
        hostile.refused(413, "body-size", announced, ascii("\r\n"));
        hostile.refused(413, "body-size", announced, ascii("Expect: 100-continue\r\n\r\n"));
    }

    @Test
    void saysContinueToWhoWaitsForIt() {
        hostile.answered(201, RawHttp.request("POST", "/fhir/Patient", TYPE + "Expect: 100-continue\r\n", patient("")));
    }

    @Test
    void stopsUnpackingABombAtTheLimit() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes, 1 << 16)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 1024; i++) {
                gzip.write(zeros);
            }
        }
        hostile.refused(413, "body-size", encoded("gzip", bytes.toByteArray()));
    }

    @Test
    void refusesWhatIsNotPackedAsItSays() throws IOException {
        byte[] zipped = zipped(patient(""));
        hostile.answered(201, encoded("gzip", zipped));
        hostile.refused(400, "gzip", encoded("gzip", patient("")));
        hostile.refused(400, "gzip", encoded("gzip", new byte[0]));
        hostile.refused(400, "gzip", encoded("gzip", Arrays.copyOf(zipped, zipped.length - 12)));
        hostile.refused(400, "json-utf8", encoded("gzip", zipped(zipped)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deflate", "br", "zstd", "gzip, gzip", "identity, gzip", "x"})
    void refusesOtherEncodings(String encoding) throws IOException {
        hostile.refused(415, "content-encoding", encoded(encoding, zipped(patient(""))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\n{}\r\n0\r\n\r\n",
                "-5\r\n{}\r\n0\r\n\r\n",
                "ffffffffffffffff\r\n{}\r\n0\r\n\r\n",
                "2{}\r\n"
            })
    void refusesBrokenChunks(String chunks) {
        hostile.refused(400, "body-incomplete", CHUNKED, ascii(chunks));
    }

    @Test
    void refusesEndlessChunkExtensionsAndTrailers() {
        byte[] much = new byte[100_000];
        Arrays.fill(much, (byte) 'a');
        hostile.refused(400, "body-incomplete", CHUNKED, ascii("2;"), much, ascii("\r\n{}\r\n0\r\n\r\n"));
        hostile.refused(400, "body-incomplete", CHUNKED, ascii("2\r\n{}\r\n0\r\nX: "), much, ascii("\r\n\r\n"));
    }

    @Test
    void tellsWhoStopsHalfWay() throws IOException {
        byte[] whole = post("/fhir/Patient", JSON, patient(""));
        try (Socket socket = RawHttp.open(hostile.port())) {
            socket.getOutputStream().write(whole, 0, whole.length - 5);
            socket.shutdownOutput();
            Hostile.isRefusal(RawHttp.read(socket.getInputStream()), 400, "body-incomplete");
        }
        try (Socket socket = RawHttp.open(hostile.port())) {
            socket.getOutputStream().write(whole, 0, whole.length - 5);
        }
        hostile.stillAnswers();
    }

    @Test
    void servesOthersWhileSomebodyTrickles() throws IOException, InterruptedException {
        byte[] whole = post("/fhir/Patient", JSON, patient(""));
        try (Socket slow = RawHttp.open(hostile.port())) {
            OutputStream out = slow.getOutputStream();
            out.write(whole, 0, whole.length - 10);
            for (int i = whole.length - 10; i < whole.length; i++) {
                hostile.stillAnswers();
                Thread.sleep(50);
                out.write(whole[i]);
                out.flush();
            }
            assertThat(RawHttp.read(slow.getInputStream()).status()).isEqualTo(201);
        }
    }

    @Test
    void isNotTalkedIntoASecondRequest() {
        byte[] inner = RawHttp.get("/fhir/Patient/" + SECRET);
        byte[] both = ascii("POST /fhir/Patient HTTP/1.1\r\nHost: localhost\r\n" + TYPE
                + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        // Chunks count, the length does not, and the connection ends there (RFC 9112, 6.3).
        hostile.refused(400, "json-syntax", both, inner);
        assertThat(RawHttp.send(hostile.port(), both, inner).head()).contains("Connection: close");
    }

    private static byte[] encoded(String encoding, byte[] body) {
        return RawHttp.request("POST", "/fhir/Patient", TYPE + "Content-Encoding: " + encoding + "\r\n", body);
    }

    private static byte[] zipped(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}
