package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dripline.demo.DemoData;
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
                        line -> assertThat(line).contains("README.md", "BASE/metadata", "/ig/ "),
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
        ServerProcess.of("--dripline.port=" + port, "--dripline.data=" + parent.resolve("other"))
                .refuses("Port " + port + " is taken;");
    }

    @Test
    void saysInOneLineThatAnotherProcessHasTheDatabase() throws Exception {
        ServerProcess.of("--dripline.port=0", "--dripline.data=" + data)
                .refuses("Another process has the database " + data.resolve("dripline.mv.db") + " open;");
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

        server = ServerProcess.of("--dripline.port=0", "--dripline.data=" + data, "--dripline.demo=yes");
        base = server.awaitReady();
        assertThat(server.said()).doesNotContain(DEMO);
        assertThat(ServerProcess.get(base + patient)).isEqualTo(before).contains("\"versionId\":\"1\"");
    }
}
