package org.dripline.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills writing processes with SIGKILL, again and again on one file, and asks for everything they had acknowledged
 * (architecture 2, durability). Each kill is followed by one in the middle of opening the file again.
 */
class KillTest {
    private static final int WRITERS = 8;

    @TempDir
    Path folder;

    private final Random random = new Random();
    private final List<Acknowledged> acknowledged = new ArrayList<>();

    @Test
    void keepsEveryAcknowledgedWrite() throws Exception {
        for (int round = 1; round <= Soak.rounds(3, 10); round++) {
            int before = acknowledged.size();
            writeAndKill("writing" + round, 500 + random.nextInt(1_000));
            openAndKill("opening" + round, random.nextInt(1_500));
            assertThat(acknowledged).as("writes acknowledged in round " + round).hasSizeGreaterThan(before);
            try (FileStore file = new FileStore(folder)) {
                new StoreAudit(file).expect(acknowledged);
            }
        }
    }

    /** Lets a process write for some time after its first acknowledgement. */
    private void writeAndKill(String run, int millis) throws IOException, InterruptedException {
        Process process = start(run);
        try (BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII)) {
            String first = lines.readLine();
            assertThat(first).as("first acknowledgement").isNotNull();
            acknowledged.add(Acknowledged.of(first));
            Thread killer = Thread.ofPlatform().start(() -> killAfter(process, millis));
            lines.lines().map(Acknowledged::of).forEach(acknowledged::add);
            killer.join();
        }
        process.waitFor();
    }

    /** Most of these kills come while the file is being recovered; some find the process writing. */
    private void openAndKill(String run, int millis) throws IOException, InterruptedException {
        Process process = start(run);
        Thread killer = Thread.ofPlatform().start(() -> killAfter(process, millis));
        try (BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII)) {
            lines.lines().map(Acknowledged::of).forEach(acknowledged::add);
        }
        killer.join();
        process.waitFor();
    }

    private static void killAfter(Process process, int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        // Process.destroyForcibly would also close the pipe, with acknowledgements in it.
        process.toHandle().destroyForcibly();
    }

    private Process start(String run) throws IOException {
        return ChildJvm.of(WritingProcess.class, folder.toString(), run, Integer.toString(WRITERS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
