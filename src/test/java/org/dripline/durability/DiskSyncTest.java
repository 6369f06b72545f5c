package org.dripline.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A killed process leaves its writes with the operating system, a power cut does not: so a lone writer's every
 * acknowledgement must follow a disk sync of its own. Watches the system calls with strace, where that is installed.
 */
class DiskSyncTest {
    private static final int ACKNOWLEDGEMENTS = 50;
    private static final Pattern SYNCED = Pattern.compile("(fsync|fdatasync)(\\(| resumed>).*= 0$");

    @TempDir
    Path folder;

    @Test
    void syncsTheDiskBeforeEachAcknowledgement() throws Exception {
        assumeTrue(canTrace(), "strace is not installed or not allowed");
        Path trace = folder.resolve("trace");
        List<String> command = new ArrayList<>(
                List.of("strace", "-f", "-qq", "-e", "trace=fsync,fdatasync,write", "-o", trace.toString()));
        command.addAll(ChildJvm.of(WritingProcess.class, folder.toString(), "traced", "1")
                .command());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII)) {
            for (int count = 0; count < ACKNOWLEDGEMENTS; count++) {
                assertThat(lines.readLine()).as("an acknowledgement").isNotNull();
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.waitFor();
        }
        assertThat(syncsBeforeAcknowledgements(trace))
                .as("disk syncs before each acknowledgement")
                .hasSizeGreaterThan(ACKNOWLEDGEMENTS / 3) // A transaction of three is acknowledged at once.
                .allMatch(syncs -> syncs >= 1);
    }

    private static List<Integer> syncsBeforeAcknowledgements(Path trace) throws IOException {
        List<Integer> found = new ArrayList<>();
        int syncs = 0;
        for (String call : Files.readAllLines(trace, StandardCharsets.ISO_8859_1)) {
            if (SYNCED.matcher(call).find()) {
                syncs++;
            } else if (call.contains("write(1, \"")) {
                found.add(syncs);
                syncs = 0;
            }
        }
        return found;
    }

    private static boolean canTrace() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("strace", "-f", "-qq", "-e", "trace=fsync", "true")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
