package org.dripline.web.clinic;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.dripline.treatment.Reading;
import org.dripline.treatment.Session;
import org.dripline.web.Html;
import org.dripline.web.Table;

/** The readings of one session as a table. */
final class Readings {
    private Readings() {}

    static Html table(Session session, Figures figures) {
        Table table = new Table("Readings of " + session.name(), "Minutes from the start", "Phase", "What", "Reading");
        for (Reading reading : session.vitals().readings()) {
            table.row(
                    Html.text(minutes(session.startedAt(), reading.at())),
                    Html.text(reading.phase().isEmpty() ? "–" : reading.phase()),
                    Html.text(name(reading.kind())),
                    figures.link(reading.record(), value(reading)));
        }
        return table.html();
    }

    private static String minutes(Optional<Instant> start, Optional<Instant> at) {
        return start.isPresent() && at.isPresent()
                ? String.valueOf(Duration.between(start.get(), at.get()).toMinutes())
                : "–";
    }

    private static String name(String kind) {
        return switch (kind) {
            case "bp" -> "blood pressure, mmHg";
            case "hr" -> "heart rate, /min";
            case "spo2" -> "oxygen saturation, %";
            case "rr" -> "respiratory rate, /min";
            default -> kind;
        };
    }

    private static String value(Reading reading) {
        return reading.kind().equals("bp")
                ? reading.pressureText()
                : reading.value().map(value -> value.toPlainString()).orElse("–");
    }
}
