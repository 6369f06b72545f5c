package org.dripline.operation;

import java.time.LocalDate;
import java.util.Optional;
import org.dripline.document.JsonObject;

/** Words for values. */
final class Texts {
    private Texts() {}

    static String of(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("not recorded");
    }

    static String number(Optional<Integer> number) {
        return number.map(String::valueOf).orElse("-");
    }

    /** What a record's code says: its text, else the first display. */
    static Optional<String> code(JsonObject document) {
        Optional<JsonObject> code = document.object("code");
        return code.flatMap(found -> found.text("text"))
                .or(() -> code.stream()
                        .flatMap(found -> found.items("coding").stream())
                        .filter(JsonObject.class::isInstance)
                        .flatMap(coding -> ((JsonObject) coding).text("display").stream())
                        .findFirst());
    }
}
