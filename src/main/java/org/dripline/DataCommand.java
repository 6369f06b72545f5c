package org.dripline;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.dripline.engine.store.BackupUnreadable;
import org.dripline.engine.store.DatabaseFolder;
import org.dripline.engine.store.DatabaseUnusable;

/**
 * What an operator does to the data folder beside the server: back it up, restore it, begin anew, ask it. Says it in one
 * line, but for the rows that a statement gives.
 */
final class DataCommand {
    private static final String USAGE =
            "Usage: backup FOLDER FILE, or restore FOLDER FILE, or reset FOLDER, or sql FOLDER STATEMENT.";
    private static final Set<String> NAMES = Set.of("backup", "restore", "reset", "sql");
    private static final Duration LOOK = Duration.ofMillis(100);

    /** So long a server may take to see an order; the backup itself takes what it takes. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

    private DataCommand() {}

    static boolean isOne(String... arguments) {
        return arguments.length > 0 && NAMES.contains(arguments[0]);
    }

    /** The exit status: 0 after a line on {@code out}, 1 after a line on {@code err}. */
    static int run(PrintStream out, PrintStream err, String... arguments) {
        try {
            out.println(carryOut(arguments).strip());
            return 0;
        } catch (Refused refused) {
            err.println(refused.getMessage());
        } catch (IOException | UncheckedIOException failure) {
            err.println("It failed: " + failure.getMessage() + ". Nothing was changed.");
        } catch (RuntimeException failure) {
            err.println(StartFailure.explain(failure).orElseThrow(() -> failure));
        }
        return 1;
    }

    private static String carryOut(String... arguments) throws IOException {
        boolean ofFolder = arguments[0].equals("reset");
        if (arguments.length != (ofFolder ? 2 : 3) || arguments[arguments.length - 1].isBlank()) {
            throw new Refused(USAGE);
        }
        Path folder = Path.of(arguments[1]).toAbsolutePath().normalize();
        return switch (arguments[0]) {
            case "backup" -> backup(folder, Path.of(arguments[2]));
            case "restore" -> restore(folder, Path.of(arguments[2]));
            case "sql" -> ask(folder, arguments[2]);
            default -> reset(folder);
        };
    }

    private static String reset(Path folder) {
        DatabaseFolder database = new DatabaseFolder(folder);
        if (!database.hasAnything()) {
            return "There is no database in " + folder + ".";
        }
        try {
            database.delete();
        } catch (DatabaseUnusable inUse) {
            throw new Refused("A server is using the database in " + folder + "; stop it first. Nothing was deleted.");
        }
        return "Deleted the database in " + folder + "; the next start begins anew.";
    }

    private static String ask(Path folder, String statement) {
        DatabaseFolder database = new DatabaseFolder(folder);
        if (!database.hasDatabase()) {
            throw new Refused("There is no database in " + folder + "; name another folder with DATA=....");
        }
        try {
            return database.ask(statement);
        } catch (DatabaseUnusable unusable) {
            if (unusable.reason() == DatabaseUnusable.Reason.IN_USE) {
                throw new Refused("A server is using the database in " + folder + "; stop the server first.");
            }
            throw unusable;
        } catch (SQLException wrong) {
            throw new Refused("The database refuses the statement: "
                    + String.valueOf(wrong.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static String restore(Path folder, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Refused("There is no file " + file + ".");
        }
        DatabaseFolder database =
                new DatabaseFolder(DataFolder.at(folder.toString()).path());
        if (database.hasDatabase()) {
            throw new Refused("There is a database in " + folder + " already; restore into another folder"
                    + " (make restore DATA=...), or delete it first (make reset). Nothing was changed.");
        }
        try {
            database.restore(file);
        } catch (BackupUnreadable unreadable) {
            throw new Refused(file + " is no whole backup of Dripline. Nothing was restored.");
        }
        return "Restored " + file + " to " + folder + ".";
    }

    private static String backup(Path folder, Path file) throws IOException {
        DatabaseFolder database = new DatabaseFolder(folder);
        if (!database.hasDatabase()) {
            throw new Refused("There is no database in " + folder + ".");
        }
        if (Files.exists(file)) {
            throw new Refused(file + " is there already; choose another name.");
        }
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new Refused("There is no folder " + parent + "; make it first. Nothing was backed up.");
        }
        BackupOrder order = BackupOrder.in(folder);
        try {
            make(order, database);
            deliver(order.made(), file);
        } finally {
            order.discard();
        }
        return "Backed up " + folder + " to " + file + ".";
    }

    private static void make(BackupOrder order, DatabaseFolder database) throws IOException {
        try {
            order.carryOut(database);
            return;
        } catch (DatabaseUnusable failure) {
            if (failure.reason() != DatabaseUnusable.Reason.IN_USE) {
                throw failure;
            }
        }
        order.discard();
        order.place();
        long latest = System.nanoTime() + LONGEST_SILENCE.toNanos();
        while (!order.isMade()) {
            hindrance(order, database, latest).ifPresent(told -> {
                throw new Refused(told);
            });
            sleep();
        }
    }

    private static Optional<String> hindrance(BackupOrder order, DatabaseFolder database, long latest) {
        if (order.hasFailed()) {
            return Optional.of("The server could not make the backup; its log says why.");
        }
        if (!order.isTaken()) {
            return System.nanoTime() < latest
                    ? Optional.empty()
                    : Optional.of("Another process has the database open, and it makes no backups; stop it first.");
        }
        return database.isInUse() || order.isMade()
                ? Optional.empty()
                : Optional.of("The server ended before the backup was made; try again.");
    }

    /** The file appears under its name when it is on disk as a whole. */
    private static void deliver(Path made, Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            Files.copy(made, unfinished);
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("Interrupted.");
        }
    }

    /** The message is the line. */
    private static final class Refused extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        Refused(String line) {
            super(line);
        }
    }
}
