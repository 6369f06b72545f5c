package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files: what a Binary holds goes in and out as it is (R4, binary.html#rest). */
class BinaryStory {
    private static final byte[] PDF = "%PDF-1.7 \0\u00ff".getBytes(StandardCharsets.ISO_8859_1);
    private static final String JSON = "application/fhir+json";

    private final Caller caller = new Caller();
    private final RunningServer server = RunningServer.get();

    private HttpResponse<byte[]> raw(String path, String... headers) {
        return server.send("GET", path, new byte[0], headers);
    }

    @Test
    void keepsAFileAndGivesItBack() {
        Answer created = caller.sendAs("application/pdf", "POST", "/Binary", PDF, "Accept", JSON)
                .accepted(201);
        assertThat(created.resource().text("contentType")).contains("application/pdf");

        String path = "/Binary/" + created.id();
        for (String accept : new String[] {"*/*", "application/pdf", "text/html,*/*;q=0.8", "application/json"}) {
            HttpResponse<byte[]> file = raw(path, "Accept", accept);
            assertThat(file.body()).isEqualTo(PDF);
            assertThat(file.headers().firstValue("Content-Type")).contains("application/pdf");
            assertThat(file.headers().firstValue("ETag")).contains("W/\"1\"");
            assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }
        assertThat(raw(path + "/_history/1").body()).isEqualTo(PDF);
        assertThat(caller.send("HEAD", path).header("Content-Type")).isEqualTo("application/pdf");
        assertThat(caller.get(path, "Accept", JSON).accepted(200).resource().text("data"))
                .contains("JVBERi0xLjcgAP8=");
        assertThat(caller.get(path + "?_format=xml").accepted(200).xml()).isTrue();
        assertThat(caller.get("/Binary?_id=" + created.id()).accepted(200).ids())
                .containsExactly(created.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"====", "aGk= aGk=", "@@@", "aGk", "a-_b"})
    void refusesWhatIsNoBase64(String data) {
        String binary = "{\"resourceType\":\"Binary\",\"contentType\":\"text/plain\",\"data\":\"" + data + "\"}";

        assertThat(caller.sendJson("POST", "/Binary", binary, "Accept", JSON).status())
                .isEqualTo(400);
    }

    @Test
    void answersAFileInABatchAsAResource() {
        caller.sendAs("text/plain", "PUT", "/Binary/file-batch", "a".getBytes(StandardCharsets.UTF_8), "Accept", JSON);
        Answer batch = caller.post("", """
                {"resourceType":"Bundle","type":"batch","entry":[{"request":{"method":"GET","url":"Binary/file-batch"}}]}""").accepted(200);
        assertThat(batch.text()).contains("\"contentType\":\"text/plain\"", "\"data\":\"YQ==\"");
    }

    @Test
    void takesAnotherResourceForContentAndABinaryForItself() {
        String patient = "{\"resourceType\":\"Patient\",\"id\":\"x\"}";
        caller.sendJson("PUT", "/Binary/file-fhir", patient, "Accept", JSON).accepted(201);
        HttpResponse<byte[]> file = raw("/Binary/file-fhir");
        assertThat(new String(file.body(), StandardCharsets.UTF_8)).isEqualTo(patient);
        assertThat(file.headers().firstValue("Content-Type")).contains(JSON);

        String binary = "{\"resourceType\":\"Binary\",\"id\":\"file-fhir\",\"contentType\":\"text/plain\"}";
        caller.sendJson("PUT", "/Binary/file-fhir", binary, "Accept", JSON).accepted(200);
        file = raw("/Binary/file-fhir");
        assertThat(file.body()).isEmpty();
        assertThat(file.statusCode()).isEqualTo(200);
    }

    /** Only what is sent as FHIR must be FHIR: other systems have JSON and XML of their own. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/xml         | <ClinicalDocument xmlns="urn:hl7-org:v3"><title>Discharge</title></ClinicalDocument>
            application/xml  | <ClinicalDocument xmlns="urn:hl7-org:v3"/>
            application/xml  | <Patient xmlns="http://hl7.org/fhir"><planet value="Mars"/></Patient>
            application/json | {"device":"pump"}
            application/json | [1,2]
            application/json | {"half":
            """)
    void takesJsonAndXmlOfOthersForContent(String contentType, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);

        Answer created = caller.sendAs(contentType, "POST", "/Binary", bytes, "Accept", JSON)
                .accepted(201);

        HttpResponse<byte[]> file = raw("/Binary/" + created.id());
        assertThat(file.body()).isEqualTo(bytes);
        assertThat(file.headers().firstValue("Content-Type")).contains(contentType);
        caller.sendAs(
                        contentType.contains("xml") ? "application/fhir+xml" : JSON,
                        "POST",
                        "/Binary",
                        bytes,
                        "Accept",
                        JSON)
                .accepted(400);
    }

    @Test
    void belongsToThePatientOfItsSecurityContext() {
        caller.put("/Patient/file-owner", "{\"resourceType\":\"Patient\",\"id\":\"file-owner\",\"active\":true}");
        caller.sendAs("text/plain", "PUT", "/Binary/file-owned", PDF, "X-Security-Context", "Patient/file-owner")
                .accepted(201);
        assertThat(raw("/Binary/file-owned").headers().firstValue("X-Security-Context"))
                .contains("Patient/file-owner");
        assertThat(caller.get("/Patient/file-owner/$everything").accepted(200).ids())
                .containsExactly("file-owner", "file-owned");
        caller.sendAs("text/plain", "PUT", "/Binary/file-lost", PDF, "X-Security-Context", "Patient/nobody")
                .refused(422, "reference-absent");
    }

    @Test
    void refusesWhatIsTooLargeAndWhatIsNoFhirAtAll() {
        byte[] large = new byte[(1 << 20) / 4 * 3];
        caller.sendAs("application/zip", "PUT", "/Binary/file-large", large).accepted(201);
        caller.sendAs("application/zip", "POST", "/Binary", new byte[large.length + 1])
                .refused(413, "body-size");
        caller.sendJson("POST", "/Binary", "{\"resourceType\":\"Binary\"").accepted(400);
        caller.send("POST", "/Binary").refused(415, "content-type");
        caller.get("/Patient/file-owner", "Accept", "application/pdf").refused(406, "not-acceptable");
        caller.get("/Binary/file-none").refused(404, "not-found");
    }
}
