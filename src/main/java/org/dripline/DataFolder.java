package org.dripline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The folder of the embedded database: it is there, and it can be written to. */
public record DataFolder(Path path) {
    /** Makes the folder when it is absent. */
    static DataFolder at(String setting) {
        try {
            Path absolute = Path.of(setting).toAbsolutePath().normalize();
            if (absolute.toString().contains(";")) {
                throw refused(absolute.toString(), "has a semicolon in its path, with which H2 cannot open it");
            }
            Files.createDirectories(absolute);
            // Asking is not enough: on some file systems only trying tells.
            Files.delete(Files.createTempFile(absolute, "write-test", null));
            return new DataFolder(absolute);
        } catch (InvalidPathException e) {
            throw StartRefused.value("dripline.data", "the path of a folder");
        } catch (IOException e) {
            throw refused(Path.of(setting).toAbsolutePath().normalize().toString(), "cannot be written to");
        }
    }

    private static StartRefused refused(String folder, String fault) {
        return new StartRefused(
                "The data folder " + folder + " " + fault + "; choose another with dripline.data (make run DATA=...).");
    }
}
