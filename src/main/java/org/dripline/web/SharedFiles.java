package org.dripline.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The style and the icon of all pages. */
public final class SharedFiles {
    private static final String STYLE = read(SharedFiles.class, "style.css");

    private SharedFiles() {}

    /**
     * The style.
     *
     * @param more rules of some pages alone, after those of all
     */
    public static Content style(String more) {
        return Content.ofText("text/css;charset=UTF-8", STYLE + more);
    }

    public static Content icon() {
        return Content.ofText("image/svg+xml", read(SharedFiles.class, "icon.svg"));
    }

    /** A file beside a class. */
    public static String read(Class<?> place, String name) {
        try (InputStream file = place.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not packaged");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
