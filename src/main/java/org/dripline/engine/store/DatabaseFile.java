package org.dripline.engine.store;

import static org.dripline.engine.store.DatabaseUnusable.Reason.DAMAGED;
import static org.dripline.engine.store.DatabaseUnusable.Reason.FOREIGN;
import static org.dripline.engine.store.DatabaseUnusable.Reason.IN_USE;
import static org.dripline.engine.store.DatabaseUnusable.Reason.NO_ACCESS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.h2.api.ErrorCode;

/**
 * The file of an embedded database. It appears under its name only once its schema is complete, so a file without one
 * is damaged: H2 would take what was cut off for a new database, and overwrite it.
 */
record DatabaseFile(Path folder) {
    private static final String NAME = "dripline";
    private static final String UNFINISHED = "dripline-unfinished";
    private static final String SUFFIX = ".mv.db";

    /** Reads without changing anything, not even the place where H2 begins to look after a crash. */
    private static final String READ_ONLY = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_ON_EXIT=FALSE"
            + ";TRACE_LEVEL_FILE=0;IFEXISTS=TRUE;ACCESS_MODE_DATA=r";

    Path path() {
        return folder.resolve(NAME + SUFFIX);
    }

    String url() {
        return url(NAME);
    }

    private String url(String name) {
        return "jdbc:h2:file:" + folder.resolve(name);
    }

    /** Makes the file when it is absent, else looks whether it is a database with a schema. */
    void prepare(Consumer<String> make) {
        if (Files.exists(path())) {
            requireSchema();
            return;
        }
        create(make);
    }

    /** Makes the file, which is absent, under another name first. */
    void create(Consumer<String> make) {
        boolean made = false;
        try {
            discard(unfinished());
            make.accept(url(UNFINISHED));
            Files.move(unfinished(), path(), StandardCopyOption.ATOMIC_MOVE);
            made = true;
            syncFolder();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!made) {
                discardUnfinished();
            }
        }
    }

    /** After a failure, which is what is to be told: half a backup holds records, too. */
    private void discardUnfinished() {
        try {
            discard(unfinished());
        } catch (IOException | DatabaseUnusable | OverlappingFileLockException left) {
            // The next start, restore or reset tries again.
        }
    }

    /** Whether there is a file of it, be it one that a stopped start or restore did not finish. */
    boolean isThere() {
        return Files.exists(path()) || Files.exists(unfinished());
    }

    /** Deletes the file, whatever is in it, and one that was not finished; nothing while a process has it open. */
    void delete() {
        try {
            discard(path());
            discard(unfinished());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path unfinished() {
        return folder.resolve(UNFINISHED + SUFFIX);
    }

    /** What the failure to open the file means to its operator. */
    DatabaseUnusable unusable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FlywayValidateException) {
                return new DatabaseUnusable(path().toString(), FOREIGN, failure);
            }
            if (cause instanceof SQLException sql) {
                return new DatabaseUnusable(path().toString(), reason(sql), failure);
            }
        }
        return new DatabaseUnusable(path().toString(), DAMAGED, failure);
    }

    private static DatabaseUnusable.Reason reason(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> IN_USE;
            case ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.WRONG_USER_OR_PASSWORD -> FOREIGN;
            default -> DAMAGED;
        };
    }

    /** @throws DatabaseUnusable when it cannot be opened */
    Connection openReadOnly() {
        try {
            return DriverManager.getConnection(url() + READ_ONLY, H2.USER, H2.PASSWORD);
        } catch (SQLException failure) {
            throw unusable(failure);
        }
    }

    private void requireSchema() {
        if (!Files.isReadable(path()) || !Files.isWritable(path())) {
            // H2 would open it for reading only, and refuse each write.
            throw new DatabaseUnusable(path().toString(), NO_ACCESS, null);
        }
        try (Connection connection = openReadOnly();
                Statement statement = connection.createStatement();
                ResultSet migrations = statement.executeQuery("select count(*) from fhir.flyway_schema_history")) {
            migrations.next();
        } catch (SQLException failure) {
            throw unusable(failure);
        }
    }

    /** Not to be asked by a process that has it open itself: closing what looks would release its lock. */
    boolean isInUse() {
        try (FileChannel channel = FileChannel.open(path(), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A start that was stopped early leaves the file that it was making; whoever goes on holds it locked. */
    private void discard(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new DatabaseUnusable(path().toString(), IN_USE, null);
            }
            Files.delete(file);
        }
    }

    /** A power cut may otherwise take the new name away, with all that was acknowledged under it. */
    private void syncFolder() throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
