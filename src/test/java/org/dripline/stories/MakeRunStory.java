package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.dripline.Dripline;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code make run} itself, with its variables from the command line and from the environment, and Ctrl-C. */
class MakeRunStory {
    @TempDir
    Path folder;

    @BeforeAll
    static void needsMake() throws Exception {
        assumeTrue(Shell.knows("make"), "make is not installed");
        assumeTrue(ServerProcess.hearsInterrupts(), "started by a shell in its background");
    }

    @Test
    void takesPortDataAndDemoAndStopsOnInterrupt() throws Exception {
        Path data = folder.resolve("it's some folder");
        ProcessBuilder make = make("DEMO=no");
        make.environment().put("PORT", "0");
        make.environment().put("DATA", data.toString());
        try (ServerProcess server = ServerProcess.of(make)) {
            String base = server.awaitReady();
            String said = server.said();
            assertThat(said).doesNotContain("Loading the demo clinic:");
            assertThat(ServerProcess.get(base + "/Patient")).contains("\"total\":0");
            server.interrupt();
            assertThat(server.said()).as("nothing of an error").isEqualTo(said);
            assertThat(data.toFile().list()).containsExactly("dripline.mv.db");
        }
        assertThat(said(make(
                        folder,
                        "sql",
                        "DATA=" + data,
                        "SQL=select note from clinic.column_note where note like 'CarePlan.id'")))
                .contains("CarePlan.id");
        assertThat(said(make(folder, "sql", "DATA=" + folder.resolve("nowhere"))))
                .startsWith("There is no database in " + folder.resolve("nowhere"))
                .doesNotContain("Exception");
        assertThat(said(make(folder, "reset", "DATA=" + data)))
                .startsWith("make reset deletes all records; say YES=yes where nobody can be asked.");
        assertThat(data.toFile().list()).containsExactly("dripline.mv.db");
        assertThat(said(make(folder, "reset", "DATA=" + data, "DATABASE_URL=jdbc:postgresql://localhost/d", "YES=yes")))
                .startsWith("make reset is for the data folder;");
        assertThat(said(make(folder, "reset", "DATA=" + data, "YES=yes")))
                .startsWith("Deleted the database in " + data);
        assertThat(data).isEmptyDirectory();
    }

    private static String said(ProcessBuilder make) throws IOException {
        make.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        return new String(
                make.redirectErrorStream(true).start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** While it starts there is nothing to close: what is on disk is as good as after a kill. */
    @Test
    void stopsAtOnceWhileItStarts() throws Exception {
        Path data = folder.resolve("data");
        try (ServerProcess server = ServerProcess.of(make("PORT=0", "DATA=" + data))) {
            server.await(() -> Files.exists(data));
            server.interrupt();
            assertThat(server.said()).isEmpty();
        }
    }

    /** The rule of the Makefile, on a jar that holds nothing but our class path, so that nothing is built. */
    private ProcessBuilder make(String... variables) throws IOException {
        return make(folder, "run", variables);
    }

    static ProcessBuilder make(Path folder, String target, String... variables) throws IOException {
        Path jar = folder.resolve("dripline.jar");
        String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(each -> Path.of(each).toUri().toString())
                .collect(Collectors.joining(" "));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Name.CLASS_PATH, classes);
        manifest.getMainAttributes().put(Name.MAIN_CLASS, Dripline.class.getName());
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
        ProcessBuilder make = new ProcessBuilder("make", target, "JAR=" + jar, "--old-file=" + jar);
        make.command().addAll(Arrays.asList(variables));
        // Inside of `make test` it would take itself for a part of that, and tell which folder it enters.
        make.environment().keySet().removeAll(Set.of("MAKEFLAGS", "MAKELEVEL", "MFLAGS", "DATABASE_URL"));
        return make;
    }
}
