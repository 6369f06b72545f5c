package org.dripline.profile;

import java.io.Serial;

/** A definition that cannot be loaded, for a reason that its author can mend. */
public final class ProfileUnusable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MAX_LENGTH = 300;

    private final String file;
    private final String reason;

    /**
     * @param file its name within its folder
     * @param reason goes on after the name, such as {@code is not JSON}; made one line of
     */
    ProfileUnusable(String file, String reason) {
        super(file + " " + reason);
        this.file = file;
        String line = reason.replaceAll("\\s+", " ").strip();
        this.reason = line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + "..." : line;
    }

    public String file() {
        return file;
    }

    public String reason() {
        return reason;
    }
}
