package org.dripline.web.clinic;

import java.util.Optional;
import org.dripline.web.Content;
import org.dripline.web.SharedFiles;

/** The files that the pages need, by name; a page finds them beside the first page. */
final class ClinicFiles {
    private static final Content STYLE = SharedFiles.style(SharedFiles.read(ClinicFiles.class, "clinic.css"));
    private static final Content ICON = SharedFiles.icon();

    private ClinicFiles() {}

    static Optional<Content> find(String name) {
        return switch (name) {
            case "style.css" -> Optional.of(STYLE);
            case "icon.svg" -> Optional.of(ICON);
            default -> Optional.empty();
        };
    }
}
