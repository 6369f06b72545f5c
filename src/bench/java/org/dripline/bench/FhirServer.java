package org.dripline.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The server under test. Thread-safe. */
final class FhirServer {
    /** Where a resource was put, in a transaction's answer or a Location header; absolute or relative. */
    private static final Pattern PLACE = Pattern.compile("([A-Z][A-Za-z]+/[A-Za-z0-9.-]+)/_history/");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String base;
    private final HttpClient client;

    FhirServer(String base) {
        this.base = base.replaceAll("/+$", "");
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }

    /** Sends a transaction; the places of its resources, in order. */
    List<String> transact(String bundle) {
        return places(send("POST", "", bundle).body());
    }

    /** Creates one resource; its place. */
    String create(String type, String body) {
        HttpResponse<String> response = send("POST", "/" + type, body);
        return places(response.headers().firstValue("Location").orElse("")).getFirst();
    }

    void update(String place, String body) {
        send("PUT", "/" + place, body);
    }

    /** Reads a resource or a search page. */
    String get(String path) {
        return send("GET", "/" + path, null).body();
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private HttpResponse<String> send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/fhir+json")
                .header("Accept", "application/fhir+json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        method + " " + path + " was answered " + response.statusCode() + ": " + response.body());
            }
            return response;
        } catch (IOException failed) {
            throw new IllegalStateException(method + " " + base + path + " failed: " + failed, failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
