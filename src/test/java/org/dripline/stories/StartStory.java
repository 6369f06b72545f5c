package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.schema.Tables.PATIENTS;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dripline.Dripline;
import org.dripline.catalog.Catalog;
import org.dripline.demo.DemoData;
import org.dripline.durability.ChildJvm;
import org.dripline.engine.mapping.Projector;
import org.dripline.engine.store.Database;
import org.dripline.engine.store.Fingerprint;
import org.dripline.engine.store.Reprojection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who starts the server, tries it, and stops it; in processes of their own. */
class StartStory {
    private static final String DEMO = "Loading the demo clinic:";
    private static final int TERMINATED = 143;

    @TempDir
    static Path parent;

    private static Path data;
    private static ServerProcess server;
    private static String base;
    private static String saidAtFirst;

    @BeforeAll
    static void startForTheFirstTime() throws Exception {
        data = parent.resolve("some/folder");
        server = ServerProcess.of("--dripline.port=0", "--dripline.data=" + data, "--dripline.demo=yes");
        base = server.awaitReady();
        saidAtFirst = server.said().replace(base, "BASE");
    }

    @AfterAll
    static void end() throws IOException {
        server.close();
    }

    @Test
    void loadsTheDemoAndSaysWhereToBegin() {
        int transactions = 1 + DemoData.patientIds().size();
        assertThat(data.resolve("dripline.mv.db")).isRegularFile();
        List<String> lines = saidAtFirst.lines().toList();
        assertThat(lines.subList(0, transactions)).allMatch(line -> line.startsWith(DEMO));
        assertThat(lines.subList(transactions, lines.size()))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("Dripline is ready at BASE"),
                        line -> assertThat(line).contains("Try"),
                        line -> assertThat(line).startsWith("    curl").contains("BASE"),
                        line -> assertThat(line).startsWith("    curl").contains("BASE"),
                        line -> assertThat(line).startsWith("    curl").contains("BASE"),
                        line -> assertThat(line).contains("README.md", "BASE/metadata", "/clinic/ "),
                        line -> assertThat(line).contains("/ig/ "),
                        line -> assertThat(line).contains("Ctrl-C"));
    }

    @Test
    void namesThreeCommandsThatWork() throws Exception {
        assumeTrue(Shell.knows("curl"), "curl is not installed");
        List<String> commands = server.said()
                .lines()
                .filter(line -> line.startsWith("    curl"))
                .toList();
        assertThat(commands)
                .hasSize(3)
                .allSatisfy(command -> assertThat(Shell.output(command))
                        .contains("\"resourceType\"")
                        .contains("\"entry\"")
                        .doesNotContain("OperationOutcome"));
    }

    @Test
    void saysInOneLineThatThePortIsTaken() throws Exception {
        int port = URI.create(base).getPort();
        Path other = parent.resolve("other");
        ServerProcess.of("--dripline.port=" + port, "--dripline.data=" + other).refuses("Port " + port + " is taken;");
        assertThat(other).as("told before a folder is made").doesNotExist();
    }

    @Test
    void saysInOneLineThatAnotherProcessHasTheDatabase() throws Exception {
        ServerProcess.of("--dripline.port=0", "--dripline.data=" + data)
                .refuses("Another process has the database " + data.resolve("dripline.mv.db") + " open;");
    }

    @Test
    void isBackedUpWhileItRuns() throws Exception {
        Path file = parent.resolve("backup.zip");
        Path restored = parent.resolve("restored");
        assertThat(command("backup", data, file)).isEqualTo("0 Backed up " + data + " to " + file + ".");
        assertThat(data.toFile().list()).containsExactly("dripline.mv.db");
        assertThat(command("restore", restored, file)).isEqualTo("0 Restored " + file + " to " + restored + ".");
        try (Database copy = Database.inFolder(restored)) {
            int patients = copy.sql().fetchCount(PATIENTS);
            assertThat(ServerProcess.get(base + "/Patient?_summary=count")).contains("\"total\":" + patients + ",");
            assertThat(patients).isGreaterThanOrEqualTo(DemoData.patientIds().size());
            String fingerprint = Fingerprint.of(Catalog.resources(), ZoneId.of("UTC"), null);
            Projector projector = new Projector(ZoneId.of("UTC"), List.of());
            assertThat(new Reprojection(copy, Catalog.resources(), projector, fingerprint).left())
                    .as("rows that another mapping made")
                    .isZero();
        }
    }

    @Test
    void isNeitherDeletedNorReplacedWhileItRuns() throws Exception {
        assertThat(command("reset", data))
                .isEqualTo("1 A server is using the database in " + data + "; stop it first. Nothing was deleted.");
        assertThat(ServerProcess.get(base + "/Patient?_count=1")).contains("\"entry\"");
    }

    @Test
    void isNotAskedPastTheServerWhileItRuns() throws Exception {
        assertThat(command("sql", data, "select 1"))
                .isEqualTo("1 A server is using the database in " + data + "; stop the server first.");
    }

    /** Exit status and all that is said. */
    private static String command(Object... arguments) throws Exception {
        String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        Process process =
                ChildJvm.of(Dripline.class, texts).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + said.strip();
    }

    @Test
    void stopsCleanlyAndFindsItsDataAgain() throws Exception {
        Path file = data.resolve("dripline.mv.db");
        String patient = "/Patient/" + DemoData.patientIds().getFirst() + "/_history/1";
        String before = ServerProcess.get(base + patient);
        long running = Files.size(file);
        String said = server.said();

        assertThat(server.terminate()).isEqualTo(TERMINATED);
        assertThat(server.said()).isEqualTo(said);
        assertThat(data.toFile().list()).containsExactly("dripline.mv.db");
        assertThat(Files.size(file)).as("compacted").isLessThan(running);
        server.close();

        server = ServerProcess.of(
                "--dripline.port=" + URI.create(base).getPort(), "--dripline.data=" + data, "--dripline.demo=yes");
        isReadyOnlyWhenItIsWarm(server);
        assertThat(server.awaitReady()).isEqualTo(base);
        assertThat(server.said()).doesNotContain(DEMO);
        assertThat(ServerProcess.get(base + patient)).isEqualTo(before).contains("\"versionId\":\"1\"");
    }

    /** It lives and listens for some seconds before requests should be sent to it. */
    private static void isReadyOnlyWhenItIsWarm(ServerProcess server) throws Exception {
        String health = base.replace("/fhir", "/actuator/health");
        List<String> told = new ArrayList<>();
        server.await(() -> {
            ask(health + "/readiness").ifPresent(told::add);
            return !told.isEmpty() && told.getLast().equals("200 {\"status\":\"UP\"}");
        });
        assertThat(told.stream().distinct())
                .containsExactly("503 {\"status\":\"OUT_OF_SERVICE\"}", "200 {\"status\":\"UP\"}");
        assertThat(ask(health + "/liveness")).hasValue("200 {\"status\":\"UP\"}");
    }

    /** Status and body, or nothing while nobody listens. */
    private static Optional<String> ask(String url) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
            return Optional.of(answer.statusCode() + " " + answer.body());
        } catch (IOException refused) {
            return Optional.empty();
        }
    }
}
