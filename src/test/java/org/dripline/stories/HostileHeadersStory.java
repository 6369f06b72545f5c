package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.stories.Hostile.JSON;
import static org.dripline.stories.RawHttp.ascii;
import static org.dripline.stories.RawHttp.request;
import static org.dripline.stories.RawHttp.utf8;

import org.dripline.stories.RawHttp.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Request lines and headers that no client library would send. */
@Timeout(60)
class HostileHeadersStory {
    private static final String TARGET = "/fhir/Patient?_id=nobody";

    private final Hostile hostile = new Hostile();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X A: b",
                "Xab",
                "X: a\0b",
                "Content-Length: -1",
                "Content-Length: abc",
                "Content-Length: 99999999999999999999999",
                "Content-Length: 3\r\nContent-Length: 4",
                "Host: other.example",
                "Transfer-Encoding: chunked, chunked"
            })
    void refusesWhatIsNoHeader(String header) {
        hostile.refused(400, "http-request", request("GET", TARGET, header + "\r\n", new byte[0]));
    }

    @Test
    void refusesTooMuchHeader() {
        hostile.refused(400, "http-request", request("GET", TARGET, "X: " + "a".repeat(70_000) + "\r\n", new byte[0]));
        hostile.refused(400, "http-request", request("GET", TARGET, "X: a\r\n".repeat(150), new byte[0]));
        hostile.refused(400, "http-request", RawHttp.get("/fhir/Patient?_id=" + "a".repeat(100_000)));
        hostile.answered(200, request("GET", TARGET, "X: " + "a".repeat(50_000) + "\r\n", new byte[0]));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "400!GET http://other.example/fhir/Patient HTTP/1.1",
                "400!GET fhir/Patient HTTP/1.1",
                "400!GET /fhir/Patient?_id=a b HTTP/1.1",
                "400!GET /fhir/Patient FOO/1.1",
                "400!GET /fhir/Patient#fragment HTTP/1.1",
                "501!CONNECT other.example:443 HTTP/1.1",
                "505!GET /fhir/Patient HTTP/2.0",
                "505!GET /fhir/Patient HTTP/9.9",
            })
    void refusesWhatIsNoRequest(int status, String line) {
        hostile.refused(status, "http-request", ascii(line + "\r\nHost: 127.0.0.1\r\n\r\n"));
    }

    /** A page of another name that points at the loopback address must not reach the records. */
    @Test
    void answersUnderItsOwnNamesOnly() {
        hostile.refused(421, "host-unknown", ascii("GET " + TARGET + " HTTP/1.1\r\nHost: evil.example\r\n\r\n"));
    }

    @Test
    void refusesToEchoARequest() {
        hostile.refused(405, "method-not-allowed", ascii("TRACE " + TARGET + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: a b", "Host: <script>", "Host: a/b", "Host: [::1", "Host: a:b", "X: y"})
    void refusesABadHost(String header) {
        hostile.refused(400, "http-request", ascii("GET " + TARGET + " HTTP/1.1\r\n" + header + "\r\n\r\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "FOO,/fhir/Patient",
        "get,/fhir/Patient",
        "PUT,/fhir/Patient/_history",
        "PATCH,/fhir/Patient/$validate",
        "POST,/fhir/Patient/a"
    })
    void refusesOtherMethods(String method, String path) {
        Answer answer = hostile.answered(405, request(method, path, "", new byte[0]));
        Hostile.isRefusal(answer, 405, "method-not-allowed");
        assertThat(answer.head()).contains("\r\nAllow: ");
    }

    @Test
    void servesTheOldAndTheAbsoluteForm() {
        hostile.answered(200, ascii("GET " + TARGET + " HTTP/1.0\r\n\r\n"));
        String absolute = "GET http://127.0.0.1" + TARGET + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
        hostile.answered(200, ascii(absolute));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "406!not-acceptable!Accept: */*;q=abc",
                "406!not-acceptable!Accept: text/html",
                "406!not-acceptable!Accept: application/fhir+json;fhirVersion=5.0",
                "417!http-request!Expect: foo",
                "501!http-request!Transfer-Encoding: foo",
                "501!http-request!Transfer-Encoding: identity",
            })
    void refusesWhatItCannotDo(int status, String rule, String header) {
        hostile.refused(status, rule, request("GET", TARGET, header + "\r\n", new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: application/fhir+xml;q=1e999, application/json",
                "Accept: application/fhir+json;q=NaN, */*;q=0.1",
                "If-None-Match: rubbish",
                "If-Modified-Since: yesterday",
                "Range: bytes=0-1",
                "Prefer: ;;,=,return",
                "X-HTTP-Method-Override: DELETE",
                "X-Forwarded-Host: other.example",
                "Upgrade: h2c\r\nConnection: Upgrade"
            })
    void passesOverWhatHttpSaysToPassOver(String header) {
        Answer answer = hostile.answered(200, request("GET", TARGET, header + "\r\n", new byte[0]));
        assertThat(answer.body()).doesNotContain("other.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\n Set-Cookie: b=c", "<script>", "a%0d%0aSet-Cookie: b", "\u00ff\u00fe"})
    void doesNotRepeatARequestIdThatIsNone(String id) {
        Answer answer = hostile.answered(200, request("GET", TARGET, "X-Request-Id: " + id + "\r\n", new byte[0]));
        assertThat(answer.head())
                .containsPattern("X-Request-Id: [0-9a-f]{16}\r\n")
                .doesNotContain("Cookie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "rubbish", "*", "W/\"-1\"", "W/\"99999999999999999999\"", "W/\"1\", W/\"2\"", "W/\"0x1\""})
    void refusesAnIfMatchThatNamesNoVersion(String tag) {
        hostile.refused(400, "if-match", put("If-Match: " + tag));
    }

    @ParameterizedTest
    @ValueSource(strings = {"If-None-Match: *", "If-Unmodified-Since: x"})
    void refusesToWriteUnderAConditionItDoesNotKnow(String header) {
        hostile.refused(501, "not-supported", put(header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"If-None-Exist: identifier=a", "If-None-Exist: "})
    void refusesToUpdateUnderTheConditionOfACreation(String header) {
        hostile.refused(400, "if-none-exist", put(header));
    }

    private static byte[] put(String header) {
        byte[] body = utf8("{\"resourceType\":\"Patient\",\"id\":\"hostile\"}");
        return request("PUT", "/fhir/Patient/hostile", "Content-Type: " + JSON + "\r\n" + header + "\r\n", body);
    }
}
