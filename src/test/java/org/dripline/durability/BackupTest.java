package org.dripline.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dripline.engine.store.DatabaseFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A backup that is taken while others write: everything acknowledged before it is in it, and it is a sound store. */
@Timeout(300)
class BackupTest {
    private static final int WRITERS = 8;
    private static final int WRITES_BETWEEN = 300;

    @TempDir
    Path folder;

    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean stopped = new AtomicBoolean();

    /** What was acknowledged before a backup began, and how many writes came while it was made. */
    private record Backup(Path file, List<Acknowledged> before, int meanwhile) {}

    @Test
    void holdsWhatWasAcknowledgedBeforeItAndOfEachTransactionAllOrNothing() throws Exception {
        List<Backup> backups = new ArrayList<>();
        Path data = Files.createDirectory(folder.resolve("data"));
        try (OpenStore open = new OpenStore(data.toString());
                ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String name = "writer" + writer;
                writers.add(threads.submit(() -> writeOn(open, name)));
            }
            for (int round = 0; round < Soak.rounds(2, 20); round++) {
                awaitWrites();
                backups.add(backUp(data, round));
            }
            stopped.set(true);
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        assertThat(backups).as("others wrote meanwhile").allMatch(backup -> backup.meanwhile() > 0);
        for (Backup backup : backups) {
            audit(backup);
        }
    }

    private void writeOn(OpenStore open, String name) {
        Random random = new Random(name.hashCode());
        for (int count = 0; !stopped.get(); count++) {
            acknowledged.addAll(WritingProcess.write(open, random, name + "-" + count));
        }
    }

    private void awaitWrites() throws InterruptedException {
        int enough = acknowledged.size() + WRITES_BETWEEN;
        while (acknowledged.size() < enough) {
            Thread.sleep(5);
        }
    }

    private Backup backUp(Path data, int round) {
        Path file = folder.resolve("backup" + round + ".zip");
        List<Acknowledged> before = List.copyOf(acknowledged);
        new DatabaseFolder(data).backup(file);
        return new Backup(file, before, acknowledged.size() - before.size());
    }

    private void audit(Backup backup) throws Exception {
        Path restored = Files.createTempDirectory(folder, "restored");
        new DatabaseFolder(restored).restore(backup.file());
        assertThat(restored.toFile().list()).containsExactly("dripline.mv.db");
        try (OpenStore open = new OpenStore(restored.toString())) {
            new StoreAudit(open).expect(backup.before());
            // It goes on where the backup left off.
            List<Acknowledged> all = new ArrayList<>(backup.before());
            all.addAll(WritingProcess.write(open, new Random(1), "after"));
            new StoreAudit(open).expect(all);
        }
    }
}
