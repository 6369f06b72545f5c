package org.dripline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.dripline.engine.store.DatabaseUnusable.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a database file that is not as a clean stop leaves it. */
class DatabaseFileTest {
    @TempDir
    Path folder;

    @Test
    void makesTheFileAndFindsItAgain() throws IOException {
        byte[] secret = secret();
        assertThat(secret()).isEqualTo(secret);
        assertThat(files()).containsExactly("dripline.mv.db");
    }

    @Test
    void leavesGarbageAsItIs() throws IOException {
        byte[] garbage = new byte[100_000];
        new Random(1).nextBytes(garbage);
        Files.write(file(), garbage);
        refuses(Reason.DAMAGED);
        assertThat(file()).hasBinaryContent(garbage);
    }

    /** H2 takes such a file for a new database: an interrupted copy would cost the clinic its records. */
    @ParameterizedTest
    @ValueSource(ints = {75, 50, 12, 3, 0})
    void leavesACutOffFileAsItIs(int percent) throws IOException {
        secret();
        byte[] whole = Files.readAllBytes(file());
        byte[] cut = Arrays.copyOf(whole, whole.length * percent / 100);
        Files.write(file(), cut);
        refuses(Reason.DAMAGED);
        assertThat(file()).hasBinaryContent(cut);
    }

    @Test
    void leavesAFileThatAnotherProcessHasOpen() throws IOException {
        secret();
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            refuses(Reason.IN_USE);
        }
    }

    /** A newer version may keep its records otherwise, and would miss what an older one wrote. */
    @Test
    void leavesANewerVersionsDatabase() {
        try (Database database = Database.inFolder(folder)) {
            database.sql()
                    .execute("update fhir.flyway_schema_history set \"version\" = '999' where \"version\" ="
                            + " (select max(\"version\") from fhir.flyway_schema_history)");
        }
        refuses(Reason.FOREIGN);
    }

    @Test
    void beginsAnewAfterAStartThatWasStoppedEarly() throws IOException {
        Files.write(folder.resolve("dripline-unfinished.mv.db"), new byte[] {1, 2, 3});
        secret();
        assertThat(files()).containsExactly("dripline.mv.db");
    }

    private Path file() {
        return folder.resolve("dripline.mv.db");
    }

    private byte[] secret() {
        try (Database database = Database.inFolder(folder)) {
            return database.secret("test");
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString()).toList();
        }
    }

    private void refuses(Reason reason) {
        assertThatThrownBy(() -> Database.inFolder(folder)).isInstanceOfSatisfying(DatabaseUnusable.class, unusable -> {
            assertThat(unusable.reason()).isEqualTo(reason);
            assertThat(unusable.database()).isEqualTo(file().toString());
        });
    }
}
