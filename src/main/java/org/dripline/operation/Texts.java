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
        return concept(document, "code");
    }

    /** The same of another element that is a CodeableConcept. */
    static Optional<String> concept(JsonObject document, String element) {
        Optional<JsonObject> code = document.object(element);
        return code.flatMap(found -> found.text("text"))
                .or(() -> code.stream()
                        .flatMap(found -> found.items("coding").stream())
                        .filter(JsonObject.class::isInstance)
                        .flatMap(coding -> ((JsonObject) coding).text("display").stream())
                        .findFirst());
    }

    /**
     * When something began, as precisely as it was written: {@code 2019} stays {@code 2019}.
     *
     * @param element effective or onset, of which DateTime and Period.start are looked at
     */
    static Optional<String> start(JsonObject document, String element) {
        return document.text(element + "DateTime")
                .or(() -> document.object(element + "Period").flatMap(period -> period.text("start")))
                .map(time -> time.replaceAll("T.*", ""));
    }
}
