package org.dripline;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.dripline.engine.store.DatabaseFolder;

/**
 * A backup that a command asks the running server for, through files in the data folder: only the server can read the
 * database that it has open, and whoever may write to that folder may have all that is in it. No port is involved.
 *
 * @param folder of the data
 * @param token 16 hexadecimal digits, which tell one order from another
 */
record BackupOrder(Path folder, String token) {
    private static final String WANTED = ".wanted";

    /** In the words of a glob. */
    private static final String NAME = "backup-" + "[0-9a-f]".repeat(16);

    static BackupOrder in(Path folder) {
        return new BackupOrder(
                folder, HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
    }

    /** Those that wait for the server. */
    static List<BackupOrder> placedIn(Path folder) throws IOException {
        List<BackupOrder> orders = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, NAME + WANTED)) {
            for (Path file : files) {
                orders.add(new BackupOrder(folder, file.getFileName().toString().substring(7, 23)));
            }
        }
        return orders;
    }

    /** Deletes what is left of orders that nobody waits for any more: those of an earlier server. */
    static void discardAll(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, NAME + ".*")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    void place() throws IOException {
        Files.createFile(wanted());
        // When the command is interrupted.
        List.of(wanted(), made(), failed()).forEach(file -> file.toFile().deleteOnExit());
    }

    boolean isTaken() {
        return !Files.exists(wanted());
    }

    boolean isMade() {
        return Files.exists(made());
    }

    boolean hasFailed() {
        return Files.exists(failed());
    }

    /** Makes the backup; throws what {@link DatabaseFolder#backup} throws, and leaves word of it. */
    void carryOut(DatabaseFolder database) throws IOException {
        Files.deleteIfExists(wanted());
        boolean done = false;
        try {
            database.backup(unfinished());
            Files.move(unfinished(), made(), StandardCopyOption.ATOMIC_MOVE);
            done = true;
        } finally {
            if (!done) {
                Files.createFile(failed());
            }
        }
    }

    /** Leaves nothing of it in the folder. */
    void discard() throws IOException {
        for (Path file : List.of(wanted(), unfinished(), made(), failed())) {
            Files.deleteIfExists(file);
        }
    }

    /** The backup, once it is made. */
    Path made() {
        return file(".zip");
    }

    private Path wanted() {
        return file(WANTED);
    }

    private Path unfinished() {
        return file(".unfinished");
    }

    private Path failed() {
        return file(".failed");
    }

    private Path file(String suffix) {
        return folder.resolve("backup-" + token + suffix);
    }
}
