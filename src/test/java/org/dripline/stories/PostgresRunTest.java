package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dripline.engine.PostgresForTests;
import org.dripline.engine.store.DatabaseServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code make run} and {@code make sql} on a PostgreSQL database whose user has a password. */
class PostgresRunTest {
    /** As make, a shell and SQL would each like to read it otherwise. */
    private static final String PASSWORD = "pa$$ w'ord#1";

    private static DatabaseServer server;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeAUserAndADatabase() throws Exception {
        assumeTrue(Shell.knows("make"), "make is not installed");
        PostgresForTests postgres = PostgresForTests.shared();
        postgres.execute("create role clinic login password '" + PASSWORD.replace("'", "''") + "'");
        postgres.requirePassword("clinic");
        server = postgres.created("clinic", "template0 encoding 'UTF8'");
        postgres.execute("alter database clinic owner to clinic");
    }

    @Test
    void keepsItsRecordsThereAndThePasswordToItself() throws Exception {
        assumeTrue(ServerProcess.hearsInterrupts(), "started by a shell in its background");
        Path data = folder.resolve("data");
        ProcessBuilder make = withPassword(MakeRunStory.make(
                folder,
                "run",
                "PORT=0",
                "DATA=" + data,
                "DEMO=no",
                "DATABASE_URL=" + server.url(),
                "DATABASE_USER=clinic"));
        try (ServerProcess running = ServerProcess.of(make)) {
            String base = running.awaitReady();
            assertThat(ServerProcess.get(base + "/Questionnaire?_summary=count"))
                    .contains("\"total\":8");
            assertThat(running.commands()).isNotEmpty().noneMatch(command -> command.contains("w'ord"));
            assertThat(data).doesNotExist();
            String said = running.said();
            running.interrupt();
            assertThat(running.said()).as("nothing of an error").isEqualTo(said);
        }
        answersSql();
    }

    private void answersSql() throws Exception {
        assumeTrue(Shell.knows("psql"), "psql is not installed");
        ProcessBuilder sql = withPassword(MakeRunStory.make(
                folder,
                "sql",
                "SQL=select 'found ' || count(*) from fhir.questionnaires",
                "DATABASE_URL=" + server.url(),
                "DATABASE_USER=clinic"));
        Process process = sql.redirectErrorStream(true).start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("found 8");
    }

    @Test
    void refusesAnotherKindOfDatabaseAndHalfASetting() throws Exception {
        refuses("--spring.datasource.url=jdbc:mysql://localhost/x", "The setting spring.datasource.url has a value");
        refuses("--spring.datasource.username=me", "The setting spring.datasource.url has a value");
        refuses(
                "--spring.datasource.usernam=me",
                "The setting spring.datasource.usernam is unknown; did you mean spring.datasource.username?");
    }

    private void refuses(String setting, String line) throws IOException, InterruptedException {
        Path data = folder.resolve("none");
        ServerProcess.of("--dripline.port=0", "--dripline.data=" + data, setting)
                .refuses(line);
        assertThat(Files.exists(data)).isFalse();
    }

    private static ProcessBuilder withPassword(ProcessBuilder make) {
        make.environment().put("DATABASE_PASSWORD", PASSWORD);
        make.environment().keySet().removeAll(List.of("PGUSER", "PGPASSWORD", "PGOPTIONS"));
        return make;
    }
}
