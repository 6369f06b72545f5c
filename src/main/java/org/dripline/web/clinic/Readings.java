package org.dripline.web.clinic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dripline.treatment.Reading;
import org.dripline.treatment.Session;
import org.dripline.web.Html;
import org.dripline.web.Table;

/** The readings of one session as a table: a row for each time, a column for each kind. */
final class Readings {
    private static final Map<String, String> KINDS = kinds();

    private Readings() {}

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("bp", "Blood pressure, mmHg");
        kinds.put("hr", "Heart rate, /min");
        kinds.put("spo2", "Oxygen saturation, %");
        kinds.put("rr", "Respiratory rate, /min");
        return kinds;
    }

    static Html table(Session session, Figures figures) {
        List<Reading> readings = session.vitals().readings();
        Map<String, String> columns = new LinkedHashMap<>(KINDS);
        readings.forEach(reading -> columns.putIfAbsent(reading.kind(), Words.capital(reading.kind())));
        columns.keySet().removeIf(kind -> readings.stream().noneMatch(reading -> isOf(kind, reading)));
        List<String> heads = new ArrayList<>(List.of("Minutes from the start", "Phase"));
        heads.addAll(columns.values());
        Map<List<String>, List<Reading>> times = new LinkedHashMap<>();
        readings.forEach(reading -> times.computeIfAbsent(
                        List.of(minutes(session.startedAt(), reading.at()), phase(reading)), key -> new ArrayList<>())
                .add(reading));

        Table table = new Table("Readings of " + session.name(), heads.toArray(String[]::new));
        times.forEach((time, taken) -> {
            List<Html> cells = new ArrayList<>(time.stream().map(Html::text).toList());
            columns.keySet().forEach(kind -> cells.add(cell(kind, taken, figures)));
            table.row(cells.toArray(Html[]::new));
        });
        return table.html();
    }

    /** All of that kind at one time; there may be two, and neither is left out. */
    private static Html cell(String kind, List<Reading> taken, Figures figures) {
        List<Html> all = taken.stream()
                .filter(reading -> isOf(kind, reading))
                .map(reading -> figures.link(reading.record(), value(reading)))
                .toList();
        return all.isEmpty() ? Html.text("–") : Html.joined(", ", all);
    }

    private static boolean isOf(String kind, Reading reading) {
        return reading.kind().equals(kind);
    }

    private static String phase(Reading reading) {
        return reading.phase().isEmpty() ? "–" : reading.phase();
    }

    private static String minutes(Optional<Instant> start, Optional<Instant> at) {
        return start.isPresent() && at.isPresent()
                ? String.valueOf(Duration.between(start.get(), at.get()).toMinutes())
                : "–";
    }

    private static String value(Reading reading) {
        return reading.kind().equals("bp")
                ? reading.pressureText()
                : reading.value().map(value -> value.toPlainString()).orElse("–");
    }
}
