package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How an answer looks: format, indentation, compression, how much of it (R4, http.html 3.1.0.1.5 to 3.1.0.1.11). */
class AnswerFormStory {
    private static final String PATH = "/Patient/form";
    private static final String BODY = """
            {"resourceType":"Patient","id":"form","name":[{"family":"Müller","given":["Ann"]}]}""";

    private final Caller caller = new Caller();

    @BeforeEach
    void writePatient() {
        caller.put(PATH, BODY);
    }

    /** R4, http.html#mime-type: {@code _format} takes short names and media types and outranks Accept. */
    @ParameterizedTest
    @CsvSource({
        "json, false",
        "xml, true",
        "text/xml, true",
        "application/xml, true",
        "application/json, false",
        "application/fhir+json, false",
        "application/fhir+xml, true",
        "application/fhir%2Bxml, true",
        "application/fhir%2Bxml;fhirVersion=4.0, true"
    })
    void answersInTheFormatOfTheUrl(String format, boolean xml) {
        String other = xml ? "application/fhir+json" : "application/fhir+xml";

        assertThat(caller.get(PATH + "?_format=" + format, "Accept", other)
                        .accepted(200)
                        .xml())
                .isEqualTo(xml);
    }

    /** RFC 9110, 12.5.1, which R4 builds on: the heavier wins, the more exact outranks, 0 excludes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "application/fhir+xml > true",
                "application/fhir+xml;q=0.5, application/fhir+json;q=0.9 > false",
                "application/fhir+json;q=0.5, application/fhir+xml > true",
                "text/html, application/xml;q=0.9, */*;q=0.8 > true",
                "text/html, */*;q=0.8 > false",
                "application/fhir+json;q=0, */*;q=0.1 > true",
                "application/fhir+json;q=0.2, application/*;q=0.5 > true",
                "application/fhir+xml; fhirVersion=4.0 > true",
                "*/* > false"
            })
    void answersInTheFormatLikedBest(String accept, boolean xml) {
        assertThat(caller.get(PATH, "Accept", accept).accepted(200).xml()).isEqualTo(xml);
    }

    /** R4, http.html#mime-type: "406 Not Acceptable" for what cannot be served. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/fhir+turtle",
                "application/fhir+json;q=0",
                "application/fhir+json; fhirVersion=3.0",
                "*/*;q=0"
            })
    void refusesFormatsItDoesNotServe(String accept) {
        caller.get(PATH, "Accept", accept).refused(406, "not-acceptable");
    }

    @Test
    void refusesUnknownFormatsInTheUrl() {
        caller.get(PATH + "?_format=ttl").refused(406, "not-acceptable");
        caller.get(PATH + "?_format=json&_format=xml").refused(400, "parameter-repeated");
    }

    /** R4, http.html#parameters: {@code _pretty}. */
    @Test
    void indentsOnRequest() {
        Answer json = caller.get(PATH + "?_pretty=true");
        Answer xml = caller.get(PATH + "?_pretty=true&_format=xml");

        assertThat(json.text()).contains("\n  ");
        assertThat(xml.text()).contains("\n  <");
        assertThat(json.resource())
                .isEqualTo(xml.resource())
                .isEqualTo(caller.get(PATH + "?_pretty=false").resource());
        caller.get(PATH + "?_pretty=maybe").refused(400, "parameter-value");
    }

    /** Links lead to answers of the same look (R4, search.html#self). */
    @Test
    void keepsTheFormatInLinks() {
        Answer found = caller.get("/Patient?_count=1&_format=xml");

        assertThat(found.link("self")).contains("_format=xml");
        assertThat(caller.follow(found.link("self")).xml()).isTrue();
    }

    /** R4, http.html#ops: {@code Prefer: return=…}. */
    @Test
    void sendsBackWhatThePreferenceAsksFor() {
        Answer minimal = caller.put(PATH, BODY, "Prefer", "return=minimal").accepted(200);
        Answer whole = caller.put(PATH, BODY, "Prefer", "return=representation").accepted(200);
        Answer told =
                caller.put(PATH, BODY, "Prefer", "return=OperationOutcome").accepted(200);

        assertThat(minimal.text()).isEmpty();
        assertThat(minimal.header("Location")).endsWith("/_history/" + version(minimal));
        assertThat(whole.resource().resourceType()).isEqualTo("Patient");
        assertThat(told.resource().resourceType()).isEqualTo("OperationOutcome");
        assertThat(told.rules()).contains("done");
        assertThat(told.header("Location")).isNotEmpty();
    }

    private static String version(Answer answer) {
        return answer.header("ETag").replaceAll("\\D", "");
    }

    /** R4, http.html#operations: HEAD is GET without its body. */
    @ParameterizedTest
    @ValueSource(strings = {PATH, PATH + "?_format=xml", "/Patient?_id=form", PATH + "/_history", "/Patient/none"})
    void answersHeadWithTheHeadersOfGet(String path) {
        Answer get = caller.get(path);
        Answer head = caller.send("HEAD", path);

        assertThat(head.response().body()).isEmpty();
        assertThat(head.status()).isEqualTo(get.status());
        for (String name : new String[] {"Content-Type", "Content-Length", "ETag", "Last-Modified"}) {
            assertThat(head.header(name)).as(name).isEqualTo(get.header(name));
        }
    }

    @Test
    void answersHeadOfTheMetadata() {
        Answer head = caller.send("HEAD", "/metadata").accepted(200);

        assertThat(head.header("Content-Type")).isEqualTo("application/fhir+json;charset=UTF-8");
        assertThat(head.response().body()).isEmpty();
    }

    /** R4, http.html#general: compression with gzip, both ways. */
    @Test
    void readsAndWritesGzip() throws IOException {
        RunningServer server = RunningServer.get();
        HttpResponse<byte[]> written = server.send(
                "PUT",
                "/Patient/form-zip",
                zipped(BODY.replace("\"form\"", "\"form-zip\"")),
                "Content-Type",
                "application/fhir+json",
                "Content-Encoding",
                "gzip");
        HttpResponse<byte[]> large = server.get("/StructureDefinition?_count=5", "Accept-Encoding", "gzip");

        assertThat(written.statusCode()).isIn(200, 201);
        assertThat(caller.get("/Patient/form-zip").text()).contains("Müller");
        assertThat(large.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(unzipped(large.body())).startsWith("{\"resourceType\":\"Bundle\"");
        caller.sendAs("application/fhir+json", "POST", "/Patient", zipped(BODY), "Content-Encoding", "br")
                .refused(415, "content-encoding");
        caller.sendAs(
                        "application/fhir+json",
                        "POST",
                        "/Patient",
                        "{}".getBytes(StandardCharsets.UTF_8),
                        "Content-Encoding",
                        "gzip")
                .refused(400, "gzip");
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String unzipped(byte[] bytes) throws IOException {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** R4, http.html#custom: the request id comes back, and one that could do harm in a log does not. */
    @Test
    void namesEachRequest() {
        assertThat(caller.get(PATH, "X-Request-Id", "order-17.a_B").header("X-Request-Id"))
                .isEqualTo("order-17.a_B");
        assertThat(caller.get(PATH, "X-Request-Id", "a b<c>").header("X-Request-Id"))
                .matches("[0-9a-f]{16}");
        assertThat(caller.get(PATH, "X-Request-Id", "x".repeat(65)).header("X-Request-Id"))
                .matches("[0-9a-f]{16}");
        assertThat(caller.get(PATH).header("X-Request-Id")).matches("[0-9a-f]{16}");
    }
}
