package org.dripline.engine.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.h2.tools.Shell;

/** The folder of an embedded database, as its operator handles it: as a whole. */
public final class DatabaseFolder {
    /** What H2's shell prints of a statement that fails; it ends well all the same. */
    private static final String SHELL_ERROR = "Error: ";

    private final DatabaseFile file;

    /** @param folder there already */
    public DatabaseFolder(Path folder) {
        file = new DatabaseFile(folder.toAbsolutePath());
    }

    public boolean hasDatabase() {
        return Files.exists(file.path());
    }

    /** Whether there is something to delete: a database, or what a stopped start or restore has left of one. */
    public boolean hasAnything() {
        return file.isThere();
    }

    /** Whether another process has it open. Not to be asked by one that has it open itself. */
    public boolean isInUse() {
        return file.isInUse();
    }

    /**
     * Writes a backup, which is on disk when this returns: everything that was committed when it began, and of each
     * transaction all or nothing. Also for the process that has the database open, while it writes.
     *
     * @param target a new file; deleted again when this fails
     * @throws DatabaseUnusable when another process has the database open, or it is damaged
     * @throws UncheckedIOException when the target cannot be written
     */
    public void backup(Path target) {
        boolean done = false;
        try {
            new H2(file.url()).backup(target);
            try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            done = true;
        } catch (SQLException failure) {
            throw isOfTarget(failure) ? new UncheckedIOException(new IOException(failure)) : file.unusable(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            if (!done) {
                discard(target);
            }
        }
    }

    /**
     * Makes the database, which is absent, from a backup.
     *
     * @throws BackupUnreadable for a file that is none; there is no database then
     */
    public void restore(Path backup) {
        file.create(url -> {
            try {
                new H2(url).restore(backup);
            } catch (SQLException failure) {
                throw new BackupUnreadable(failure);
            }
        });
    }

    /**
     * What a statement gives, as H2's own shell prints it; nothing can be changed by one.
     *
     * @throws DatabaseUnusable when another process has the database open, or it is damaged
     * @throws SQLException for a statement that the database refuses
     */
    public String ask(String statement) throws SQLException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (Connection connection = file.openReadOnly()) {
            Shell shell = new Shell();
            shell.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            shell.runTool(connection, "-sql", statement);
        }
        String answer = printed.toString(StandardCharsets.UTF_8);
        if (answer.startsWith(SHELL_ERROR)) {
            throw new SQLException(answer.substring(SHELL_ERROR.length()).replaceFirst("^[\\w.]+: ", ""));
        }
        return answer;
    }

    /**
     * Deletes the database; one that is not there is no fault.
     *
     * @throws DatabaseUnusable when another process has it open; nothing is deleted then
     */
    public void delete() {
        file.delete();
    }

    private static boolean isOfTarget(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2, ErrorCode.FILE_CREATION_FAILED_1 -> true;
            default -> false;
        };
    }

    private static void discard(Path target) {
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
