package org.dripline.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Kills writing processes with SIGKILL, again and again on one store, and asks for everything they had acknowledged
 * (architecture 2, durability). Each kill is followed by one in the middle of opening the store again.
 */
final class KillRounds {
    private static final int WRITERS = 8;

    private final String place;
    private final Random random = new Random();
    private final List<Acknowledged> acknowledged = new ArrayList<>();

    /** @param place that of an {@link OpenStore} */
    KillRounds(String place) {
        this.place = place;
    }

    /** Kills two processes, which write and which open the store. */
    void kill(int round) throws IOException, InterruptedException {
        int before = acknowledged.size();
        writeAndKill("writing" + round, 500 + random.nextInt(1_000));
        openAndKill("opening" + round, random.nextInt(1_500));
        assertThat(acknowledged).as("writes acknowledged in round " + round).hasSizeGreaterThan(before);
    }

    void audit() {
        try (OpenStore open = new OpenStore(place)) {
            new StoreAudit(open).expect(acknowledged);
        }
    }

    /** How many writes were acknowledged. */
    int count() {
        return acknowledged.size();
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

    /** Most of these kills come while a file is being recovered; some find the process writing. */
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
        return ChildJvm.of(WritingProcess.class, place, run, Integer.toString(WRITERS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
