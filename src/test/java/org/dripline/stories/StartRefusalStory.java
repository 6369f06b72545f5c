package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.dripline.Dripline;
import org.dripline.durability.ChildJvm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that cannot start says so in one line, with what to do, and changes nothing. */
class StartRefusalStory {
    @TempDir
    Path parent;

    private Path data;

    @BeforeEach
    void chooseAFolder() {
        data = parent.resolve("data");
    }

    @Test
    void namesAFolderThatCannotBeWrittenTo() throws Exception {
        Path below = Files.writeString(parent.resolve("file"), "").resolve("data");
        start("--dripline.data=" + below)
                .refuses("The data folder " + below + " cannot be written to; choose another with dripline.data");
    }

    @Test
    void namesADamagedDatabaseAndLeavesItAsItIs() throws Exception {
        byte[] garbage = new byte[100_000];
        new Random(1).nextBytes(garbage);
        Path file = Files.write(Files.createDirectory(data).resolve("dripline.mv.db"), garbage);
        start("--dripline.data=" + data)
                .refuses("The database " + file + " is damaged and was left as it is; restore it from a backup, or");
        assertThat(file).hasBinaryContent(garbage);
        assertThat(data.toFile().list()).containsExactly("dripline.mv.db");
    }

    @Test
    void namesAPortThatCannotBe() throws Exception {
        start("--dripline.port=99999", "--dripline.data=" + data)
                .refuses(
                        "The setting dripline.port has a value that cannot be used; it takes a number from 0 to 65535.");
        assertThat(data).doesNotExist();
    }

    @Test
    void namesAMistypedSettingAndTheNearest() throws Exception {
        start("--dripline.prot=1", "--dripline.data=" + data)
                .refuses("The setting dripline.prot is unknown; did you mean dripline.port?");
        assertThat(data).doesNotExist();
    }

    @Test
    void namesAMistypedEnvironmentVariableAndTheNearest() throws Exception {
        ProcessBuilder builder = ChildJvm.of(Dripline.class, "--dripline.port=0");
        builder.environment().put("DRIPLINE_DTA", data.toString());
        ServerProcess.of(builder)
                .refuses("The environment variable DRIPLINE_DTA is unknown; did you mean DRIPLINE_DATA?");
        assertThat(data).doesNotExist();
    }

    @Test
    void namesAProfileOfTheOperatorThatIsBroken() throws Exception {
        Path folder = Files.createDirectory(parent.resolve("profiles"));
        Files.writeString(folder.resolve("our-patient.json"), "{\"resourceType\":");
        start("--dripline.profiles-folder=" + folder, "--dripline.data=" + data)
                .refuses("The file our-patient.json of dripline.profiles-folder is not JSON: ");
    }

    private static ServerProcess start(String... arguments) throws IOException {
        return ServerProcess.of(arguments);
    }
}
