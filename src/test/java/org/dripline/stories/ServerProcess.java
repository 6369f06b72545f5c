package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dripline.Dripline;
import org.dripline.durability.ChildJvm;

/** The server in a process of its own, seen from outside: its output, its exit status, HTTP. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("Dripline is ready at (\\S+)");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LOOK_MILLIS = 50;

    private final Process process;
    private final Path output;

    private ServerProcess(ProcessBuilder builder) throws IOException {
        // The class path of the tests has another, which Spring would find first.
        builder.environment().put("LOGGING_CONFIG", "classpath:logback-spring.xml");
        this.output = Files.createTempFile("dripline-output", ".txt");
        this.process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** {@code java ... Dripline}, with these arguments. */
    static ServerProcess of(String... arguments) throws IOException {
        return of(ChildJvm.of(Dripline.class, arguments));
    }

    static ServerProcess of(ProcessBuilder builder) throws IOException {
        return new ServerProcess(builder);
    }

    /** All it has said so far, errors too, without the lines of the request log. */
    String said() throws IOException {
        return Files.readString(output)
                .lines()
                .filter(line -> !line.contains(" requests - "))
                .collect(Collectors.joining("\n"));
    }

    /** Waits until it says that it is ready; the base URL that it says. */
    String awaitReady() throws Exception {
        // Its last words, and so all is there.
        await(() -> said().contains("Ctrl-C stops the server."));
        Matcher ready = READY.matcher(said());
        assertThat(ready.find()).isTrue();
        return ready.group(1);
    }

    /** The command lines of the process and all that it has started, as every user of the machine may see them. */
    List<String> commands() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(each -> each.info().commandLine().orElse(""))
                .toList();
    }

    /** Waits while it runs. */
    void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new AssertionError("Waited in vain for a server that said:\n" + said());
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** Waits until it ends by itself; its exit status. */
    int awaitEnd() throws IOException, InterruptedException {
        if (process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            return process.exitValue();
        }
        throw new AssertionError("The server did not end:\n" + said());
    }

    /** It ends with a failure, after one line that begins so and tells what to do. */
    void refuses(String line) throws IOException, InterruptedException {
        try (this) {
            assertThat(awaitEnd()).as(said()).isEqualTo(1);
            assertThat(said().lines())
                    .singleElement()
                    .asString()
                    .matches(".* ERROR Dripline - Not started\\. " + Pattern.quote(line) + ".*");
        }
    }

    /** What Ctrl-C does: the terminal signals each process of the command. The exit status. */
    int interrupt() throws IOException, InterruptedException {
        List<String> kill = new ArrayList<>(List.of("kill", "-INT"));
        Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .forEach(each -> kill.add(Long.toString(each.pid())));
        new ProcessBuilder(kill).start().waitFor();
        return awaitEnd();
    }

    /** What a service supervisor does. The exit status. */
    int terminate() throws IOException, InterruptedException {
        process.destroy();
        return awaitEnd();
    }

    /** A shell that started us in its background has us ignore SIGINT, and so our children. */
    static boolean hearsInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return true;
        }
        long ignored = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                .findFirst()
                .orElse(0);
        return (ignored & 2) == 0;
    }

    static String get(String url) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        Files.deleteIfExists(output);
    }
}
