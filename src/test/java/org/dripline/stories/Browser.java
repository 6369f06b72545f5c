package org.dripline.stories;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.JsonWriter;
import org.dripline.document.Limits;

/** Chromium without a window, with one page open, steered by its DevTools protocol over a WebSocket. */
final class Browser implements AutoCloseable {
    private static final String READY = "DevTools listening on ";
    private static final int PATIENCE_SECONDS = 60;
    private static final int ENTER = 13;

    private final Process process;
    private final Path home;
    private final WebSocket socket;
    private final String session;
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();
    private final Queue<JsonObject> events = new ConcurrentLinkedQueue<>();

    Browser(String program, Path home) throws IOException {
        this.home = home;
        List<String> command = new ArrayList<>(List.of(
                program,
                "--headless=new",
                "--remote-debugging-port=0",
                "--user-data-dir=" + home,
                "--no-first-run",
                "--hide-scrollbars"));
        if ("root".equals(System.getProperty("user.name"))) {
            // Chromium refuses to put root into its sandbox; it only meets our own pages.
            command.add("--no-sandbox");
        }
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address()), new Listener())
                .join();
        String target = word(call("", "Target.createTarget", Map.of("url", Json.of("about:blank"))), "targetId");
        Map<String, Json> attach = Map.of("targetId", Json.of(target), "flatten", new Json.Bool(true));
        session = word(call("", "Target.attachToTarget", attach), "sessionId");
        for (String part : List.of("Page", "Log", "Runtime", "Network")) {
            call(part + ".enable", Map.of());
        }
    }

    /** The window's width and whether the reader prefers dark. */
    void look(int width, int height, String scheme) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        number(width),
                        "height",
                        number(height),
                        "deviceScaleFactor",
                        number(1),
                        "mobile",
                        new Json.Bool(false)));
        call(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        new Json.Array(List.of(new JsonObject(
                                Map.of("name", Json.of("prefers-color-scheme"), "value", Json.of(scheme)))))));
    }

    /** Opens a page and waits until all of it is there; what it complained about on the way. */
    List<String> open(URI address) throws InterruptedException {
        // From the same page to a place in it nothing would be loaded.
        load(() -> call("Page.navigate", Map.of("url", Json.of("about:blank"))));
        return load(() -> call("Page.navigate", Map.of("url", Json.of(address.toString()))));
    }

    /** Does what leads to another page, such as to press Enter on a link, and waits for that page in the same way. */
    List<String> load(Runnable step) throws InterruptedException {
        events.clear();
        step.run();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (events.stream().noneMatch(event -> word(event, "method").equals("Page.loadEventFired"))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("No page was loaded.");
            }
            Thread.sleep(5);
        }
        return events.stream()
                .filter(event -> List.of("Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled")
                        .contains(word(event, "method")))
                .map(event -> new String(JsonWriter.bytes(event), StandardCharsets.UTF_8))
                .toList();
    }

    /** The value of a script that looks at the page, as text. */
    String ask(String script) {
        return evaluate("String(" + script + ")");
    }

    /** Runs a script of any length, and waits for what it promises; its value, which is text or nothing. */
    String evaluate(String script) {
        JsonObject told =
                call("Runtime.evaluate", Map.of("expression", Json.of(script), "awaitPromise", new Json.Bool(true)));
        if (told.object("exceptionDetails").isPresent()) {
            throw new AssertionError("The script failed: " + told);
        }
        return word(told.object("result").orElseThrow(), "value");
    }

    /** Writes where the cursor is. */
    void type(String text) {
        call("Input.insertText", Map.of("text", Json.of(text)));
    }

    /** Enter, which opens what has the focus and sends a form. */
    void enter() {
        key("keyDown", "Enter", ENTER, Map.of("text", Json.of("\r")));
        key("keyUp", "Enter", ENTER, Map.of());
    }

    void press(String key, int code) {
        key("rawKeyDown", key, code, Map.of());
        key("keyUp", key, code, Map.of());
    }

    private void key(String type, String key, int code, Map<String, Json> more) {
        Map<String, Json> event = new HashMap<>(more);
        event.put("type", Json.of(type));
        event.put("key", Json.of(key));
        event.put("code", Json.of(key));
        event.put("windowsVirtualKeyCode", number(code));
        call("Input.dispatchKeyEvent", event);
    }

    /** The page as its style for print asks for, as PDF. */
    byte[] print() {
        return Base64.getDecoder()
                .decode(word(call("Page.printToPDF", Map.of("preferCSSPageSize", new Json.Bool(true))), "data"));
    }

    /** What is seen, as PNG. */
    byte[] screenshot() {
        return Base64.getDecoder().decode(word(call("Page.captureScreenshot", Map.of()), "data"));
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String address() throws IOException {
        BufferedReader said = process.inputReader();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(READY)) {
                Thread.ofVirtual().start(() -> said.lines().forEach(rest -> {}));
                return line.substring(READY.length());
            }
        }
        throw new IOException("The browser ended before it began, in " + home + ".");
    }

    private JsonObject call(String method, Map<String, Json> parameters) {
        return call(session, method, parameters);
    }

    private JsonObject call(String of, String method, Map<String, Json> parameters) {
        int id = calls.incrementAndGet();
        JsonObject message = new JsonObject(
                Map.of("id", number(id), "method", Json.of(method), "params", new JsonObject(parameters)));
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        answers.put(id, answer);
        byte[] text = JsonWriter.bytes(of.isEmpty() ? message : message.with("sessionId", Json.of(of)));
        socket.sendText(new String(text, StandardCharsets.UTF_8), true).join();
        JsonObject told = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        return told.object("result").orElseThrow(() -> new AssertionError(method + ": " + told));
    }

    private static Json number(int value) {
        return new Json.Numeral(Integer.toString(value));
    }

    private static String word(JsonObject parent, String member) {
        return parent.text(member).orElse("");
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                byte[] whole = text.toString().getBytes(StandardCharsets.UTF_8);
                text.setLength(0);
                JsonObject message = JsonReader.read(whole, Limits.OWN);
                if (message.get("id") instanceof Json.Numeral id) {
                    Optional.ofNullable(answers.remove(Integer.parseInt(id.text())))
                            .ifPresent(answer -> answer.complete(message));
                } else {
                    events.add(message);
                }
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
