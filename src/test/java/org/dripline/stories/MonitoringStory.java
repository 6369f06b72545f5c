package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;
import org.dripline.engine.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the operator's tools ask the server, and what they must not learn. */
class MonitoringStory {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern LABEL = Pattern.compile("(interaction|type|path|outcome)=\"([^\"]*)\"");

    private final RunningServer server = RunningServer.get();
    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, BodyPublishers.noBody())
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private String metrics() throws IOException, InterruptedException {
        return ask("GET", "/actuator/prometheus").body();
    }

    /** Requests are counted after their answer, so the count may come a little later. */
    private void awaitMetric(String pattern) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Pattern.compile(pattern, Pattern.MULTILINE).matcher(metrics()).find()) {
            assertThat(System.nanoTime()).as(pattern + " in\n" + metrics()).isLessThan(end);
            Thread.sleep(20);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/liveness", "/readiness"})
    void isUpAndSaysNoMore(String part) throws Exception {
        HttpResponse<String> answer = ask("GET", "/actuator/health" + part);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(ask("HEAD", "/actuator/health" + part).statusCode()).isEqualTo(200);
    }

    @Test
    void countsAndTimesRequestsByWhatWasAskedFor() throws Exception {
        server.sendJson(
                "PUT", "/Patient/watched-jane-roe", "{\"resourceType\":\"Patient\",\"id\":\"watched-jane-roe\"}");
        server.get("/Patient/watched-jane-roe");
        server.get("/Patient/watched-not-there");
        server.get("/Patient?family=Watchedroe");
        server.get("/Watchedroe/watched-jane-roe");
        awaitMetric("^dripline_requests_total\\{interaction=\"read\",status=\"200\",type=\"Patient\"} [1-9]");
        awaitMetric("^dripline_requests_total\\{interaction=\"read\",status=\"404\",type=\"Patient\"} [1-9]");
        awaitMetric("^dripline_requests_total\\{interaction=\"-\",status=\"404\",type=\"-\"} [1-9]");
        awaitMetric("^dripline_request_seconds_bucket\\{interaction=\"read\",le=\"0.1\"} [1-9]");
        awaitMetric("^dripline_request_seconds_sum\\{interaction=\"search\"} [0-9.E-]+$");
        assertThat(metrics()).doesNotContainIgnoringCase("watched");
        assertThat(LABEL.matcher(metrics()).results().map(label -> label.group(2)))
                .as("never from a request")
                .allMatch(value -> value.matches("[*-]|[A-Za-z]+(-[a-z]+)*"));
    }

    @Test
    void timesValidationDiskAndConnectionsAndTheJvm() throws Exception {
        server.sendJson("POST", "/Patient", "{\"resourceType\":\"Patient\"}");
        server.sendJson("POST", "/Patient", "{\"resourceType\":\"Patient\",\"gender\":\"watched\"}");
        awaitMetric("^dripline_validation_seconds_count\\{outcome=\"accepted\",path=\"reference\"} [1-9]");
        awaitMetric("^dripline_validation_seconds_count\\{outcome=\"refused\",path=\"reference\"} [1-9]");
        awaitMetric(
                TestDatabase.ofThisRun() == TestDatabase.H2
                        ? "^dripline_disk_sync_seconds_count [1-9]"
                        : "^dripline_numbering_seconds_count [1-9]");
        awaitMetric("^hikaricp_connections_max\\{pool=\"dripline\"} 16.0$");
        awaitMetric("^jvm_memory_used_bytes\\{area=\"heap\"");
        awaitMetric("^process_uptime_seconds [0-9]");
    }

    @Test
    void doesNotCountTheProbesThemselves() throws Exception {
        ask("GET", "/actuator/health");
        assertThat(metrics()).doesNotContain("actuator");
    }

    /** Nor does it tell a web page whose name an attacker points at the loopback address. */
    @Test
    void answersUnderItsOwnNamesOnly() {
        byte[] request = RawHttp.ascii("GET /actuator/prometheus HTTP/1.1\r\nHost: evil.example\r\n\r\n");
        RawHttp.Answer answer = RawHttp.send(server.port(), request);
        assertThat(answer.status()).isEqualTo(421);
        assertThat(answer.body()).contains("host-unknown").doesNotContain("dripline_");
    }

    @Test
    void servesNothingElseThere() throws Exception {
        assertThat(ask("GET", "/actuator").statusCode()).isEqualTo(404);
        assertThat(ask("GET", "/actuator/env").body()).contains("OperationOutcome");
        assertThat(ask("POST", "/actuator/health").statusCode()).isEqualTo(405);
    }
}
