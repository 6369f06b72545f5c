package org.dripline.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dripline.Dripline;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.dripline.engine.TestDatabase;
import org.dripline.engine.store.Database;
import org.dripline.engine.store.ResourceStore;
import org.jooq.DSLContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The real server on a free port over an empty database; one is started once for all stories. */
public final class RunningServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final class Shared {
        static final RunningServer ONLY =
                new RunningServer(TestDatabase.ofThisRun().settings());
    }

    private final ServletWebServerApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    /** One more, with these arguments beside the port. */
    public RunningServer(List<String> settings) {
        List<String> arguments = new ArrayList<>(settings);
        arguments.add("--dripline.port=0");
        context = (ServletWebServerApplicationContext)
                SpringApplication.run(Dripline.class, arguments.toArray(String[]::new));
    }

    public static RunningServer get() {
        return Shared.ONLY;
    }

    /** One more, over a new database of that kind. */
    static RunningServer start(TestDatabase database) {
        return new RunningServer(database.settings());
    }

    @Override
    public void close() {
        context.close();
    }

    public int port() {
        return java.util.Objects.requireNonNull(context.getWebServer()).getPort();
    }

    /** The FHIR base URL, without a slash at its end. */
    public String base() {
        return "http://127.0.0.1:" + port() + "/fhir";
    }

    /** The server's own database, to look at the clinic's views. */
    public DSLContext sql() {
        return context.getBean(Database.class).sql();
    }

    /** The server's own store. */
    public ResourceStore store() {
        return context.getBean(ResourceStore.class);
    }

    /** A request below the base URL; headers are names and values in turn. */
    public HttpResponse<byte[]> send(String method, String path, byte[] body, String... headers) {
        return sendTo(URI.create(base() + path), method, body, headers);
    }

    /** The same at any address, such as that of a page. */
    HttpResponse<byte[]> sendTo(URI address, String method, byte[] body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(PATIENCE).method(method, BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<byte[]> get(String path, String... headers) {
        return send("GET", path, new byte[0], headers);
    }

    /** A request with a JSON body. */
    public HttpResponse<byte[]> sendJson(String method, String path, String json, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/fhir+json";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return send(method, path, json.getBytes(StandardCharsets.UTF_8), all);
    }

    public static JsonObject json(HttpResponse<byte[]> response) {
        return JsonReader.read(response.body(), Limits.DEFAULT);
    }

    public static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
