package org.dripline.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the long forms run: {@code make soak} sets the property. */
public final class Soak {
    public static final boolean LONG = Boolean.getBoolean("soak");

    private Soak() {}

    public static int rounds(int shortForm, int longForm) {
        return LONG ? longForm : shortForm;
    }

    /** Leaves what was measured in {@code target}. */
    static void report(String name, String measured) throws IOException {
        Files.writeString(Path.of("target", name + ".txt"), measured + "\n");
    }
}
