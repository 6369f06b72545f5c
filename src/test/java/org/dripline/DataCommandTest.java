package org.dripline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.dripline.engine.store.Database;
import org.dripline.engine.store.DatabaseFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a folder that no server has open; StartStory tells of the others. */
class DataCommandTest {
    @TempDir
    Path parent;

    private Path data;
    private Path backup;

    @BeforeEach
    void name() {
        data = parent.resolve("it's a folder");
        backup = parent.resolve("it's a backup.zip");
    }

    /** Exit status and the line that was printed. */
    private static String run(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        int status = DataCommand.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                texts);
        assertThat(status == 0 ? err : out).hasToString("");
        return status + " "
                + (status == 0 ? out : err).toString(StandardCharsets.UTF_8).strip();
    }

    private static byte[] secret(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Database database = Database.inFolder(folder)) {
            return database.secret("test");
        }
    }

    @Test
    void bringsBackWhatWasBackedUp() throws IOException {
        byte[] secret = secret(data);
        assertThat(run("backup", data, backup)).isEqualTo("0 Backed up " + data + " to " + backup + ".");
        assertThat(data.toFile().list()).containsExactly("dripline.mv.db");

        assertThat(run("restore", data, backup)).startsWith("1 There is a database in " + data + " already;");
        assertThat(run("reset", data)).isEqualTo("0 Deleted the database in " + data + "; the next start begins anew.");
        assertThat(data.toFile().list()).isEmpty();
        assertThat(run("restore", data, backup)).isEqualTo("0 Restored " + backup + " to " + data + ".");
        assertThat(secret(data)).isEqualTo(secret);
    }

    @Test
    void doesNotOverwriteABackup() throws IOException {
        secret(data);
        Files.writeString(backup, "the only copy");
        assertThat(run("backup", data, backup)).isEqualTo("1 " + backup + " is there already; choose another name.");
        assertThat(backup).hasContent("the only copy");
    }

    @Test
    void leavesNothingWhereItCannotWrite() throws IOException {
        secret(data);
        Path nowhere = parent.resolve("no/such/folder/backup.zip");
        assertThat(run("backup", data, nowhere))
                .isEqualTo("1 There is no folder " + nowhere.getParent() + "; make it first. Nothing was backed up.");
        assertThat(data.toFile().list()).containsExactly("dripline.mv.db");
    }

    @Test
    void hasNothingToBackUpOrToDelete() {
        assertThat(run("backup", data, backup)).isEqualTo("1 There is no database in " + data + ".");
        assertThat(run("reset", data)).isEqualTo("0 There is no database in " + data + ".");
        assertThat(run("restore", data, backup)).isEqualTo("1 There is no file " + backup + ".");
        assertThat(data).doesNotExist();
    }

    @Test
    void restoresNothingFromWhatIsNoWholeBackup() throws IOException {
        secret(data);
        new DatabaseFolder(data).backup(backup);
        byte[] whole = Files.readAllBytes(backup);
        run("reset", data);
        for (int length : new int[] {0, 100, whole.length / 2, whole.length - 100}) {
            Files.write(backup, Arrays.copyOf(whole, length));
            assertThat(run("restore", data, backup))
                    .isEqualTo("1 " + backup + " is no whole backup of Dripline. Nothing was restored.");
            assertThat(data).isEmptyDirectory();
        }
    }

    /** It may hold records as well. */
    @Test
    void deletesWhatAStoppedRestoreHasLeft() throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve("dripline-unfinished.mv.db"), "half a backup");
        assertThat(run("reset", data)).startsWith("0 Deleted the database in " + data);
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void answersAStatement() throws IOException {
        secret(data);
        assertThat(run("sql", data, "select name from fhir.secrets"))
                .startsWith("0 ")
                .contains("test");
        assertThat(run("sql", data, "selec 1")).startsWith("1 The database refuses the statement: Syntax error");
        assertThat(run("sql", data, "delete from fhir.secrets")).startsWith("1 The database refuses the statement: ");
        assertThat(run("sql", data, "select count(*) as secrets from fhir.secrets"))
                .contains("1");
    }

    @Test
    void saysInOneLineWhyNothingCanBeAsked() throws IOException {
        assertThat(run("sql", data, "select 1"))
                .isEqualTo("1 There is no database in " + data + "; name another folder with DATA=....");
        assertThat(data).doesNotExist();
        secret(data);
        Files.write(data.resolve("dripline.mv.db"), new byte[100]);
        assertThat(run("sql", data, "select 1")).startsWith("1 The database ").contains(" is damaged ");
    }

    @Test
    void saysHowItIsCalled() {
        assertThat(run("backup", data)).startsWith("1 Usage: ");
        assertThat(run("restore", data, "")).startsWith("1 Usage: ");
        assertThat(run("reset")).startsWith("1 Usage: ");
        assertThat(run("reset", data, "more")).startsWith("1 Usage: ");
        assertThat(DataCommand.isOne("--dripline.port=0")).isFalse();
    }
}
