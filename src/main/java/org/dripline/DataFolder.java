package org.dripline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the embedded database: it is there, and it can be written to. */
public record DataFolder(Path path) {
    /** Makes the folder when it is absent. */
    static DataFolder at(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            // Asking is not enough: on some file systems only trying tells.
            Files.delete(Files.createTempFile(absolute, "write-test", null));
        } catch (IOException e) {
            throw new StartRefused(
                    "The data folder " + absolute + " cannot be written to; set dripline.data to another.");
        }
        return new DataFolder(absolute);
    }
}
