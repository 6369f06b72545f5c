package org.dripline.treatment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dripline.treatment.Rows.SessionRow;

/** The vital signs of one session. */
final class VitalsCalculation {
    private static final String MINUTES = "esketamine.monitoring-minutes";
    private static final String PRESSURE = "mm[Hg]";
    private static final int SECONDS_PER_MINUTE = 60;

    private final CutOffs cutOffs;
    private final SessionRow session;
    private final String name;

    VitalsCalculation(CutOffs cutOffs, SessionRow session, String name) {
        this.cutOffs = cutOffs;
        this.session = session;
        this.name = name;
    }

    /** @param readings in order of time */
    SessionVitals vitals(List<Reading> readings) {
        Optional<Reading> before = readings.reversed().stream()
                .filter(reading -> reading.isPressure() && reading.phase().equals(Reading.PRE))
                .findFirst();
        Figure minutes = monitored(readings);
        return new SessionVitals(
                readings,
                before,
                highest(readings, Reading::systolicMmhg),
                rise(readings, before, "systolic", Reading::systolicMmhg),
                rise(readings, before, "diastolic", Reading::diastolicMmhg),
                extreme(readings, "hr", "/min", "highest heart rate", Comparator.naturalOrder()),
                extreme(readings, "spo2", "%", "lowest oxygen saturation", Comparator.reverseOrder()),
                minutes,
                tooShort(minutes));
    }

    /** The first of those with the highest value. */
    static Optional<Reading> highest(List<Reading> readings, Function<Reading, Optional<BigDecimal>> value) {
        Reading found = null;
        for (Reading reading : readings) {
            Optional<BigDecimal> here = value.apply(reading);
            if (here.isPresent()
                    && (found == null || here.get().compareTo(value.apply(found).orElseThrow()) > 0)) {
                found = reading;
            }
        }
        return Optional.ofNullable(found);
    }

    private Figure rise(
            List<Reading> readings,
            Optional<Reading> before,
            String which,
            Function<Reading, Optional<BigDecimal>> value) {
        Optional<Reading> top = highest(
                readings.stream()
                        .filter(reading -> List.of("during", "post").contains(reading.phase()))
                        .toList(),
                value);
        Optional<BigDecimal> base = before.flatMap(value);
        Work work = Work.of(
                "highest " + which + " pressure during and after " + name + " minus the last before its start",
                Stream.concat(before.stream(), top.stream())
                        .map(Reading::record)
                        .toList());
        if (base.isEmpty()) {
            return Figure.missing(PRESSURE, "no blood pressure before " + name, work);
        }
        return top.flatMap(value)
                .map(highest -> Figure.of(highest.subtract(base.get()), PRESSURE, work))
                .orElseGet(() -> Figure.missing(PRESSURE, "no blood pressure during or after " + name, work));
    }

    private Figure extreme(
            List<Reading> readings, String kind, String unit, String words, Comparator<BigDecimal> order) {
        List<Reading> found = readings.stream()
                .filter(reading ->
                        reading.kind().equals(kind) && reading.value().isPresent())
                .toList();
        String formula = words + " of " + found.size() + " readings of " + name;
        return found.stream()
                .max(Comparator.comparing((Reading reading) -> reading.value().orElseThrow(), order)
                        .thenComparing(Comparator.comparing(Reading::record).reversed()))
                .map(reading ->
                        Figure.of(reading.value().orElseThrow(), unit, Work.of(formula, List.of(reading.record()))))
                .orElseGet(() -> Figure.missing(
                        unit,
                        "no reading of the " + words.substring(words.indexOf(' ') + 1) + " in " + name,
                        Work.of(formula, List.of())));
    }

    private Figure monitored(List<Reading> readings) {
        List<Reading> timed =
                readings.stream().filter(reading -> reading.at().isPresent()).toList();
        if (timed.isEmpty()) {
            return Figure.missing("min", "no readings with a time in " + name, Work.of(formula(), List.of()));
        }
        Work work = Work.of(
                formula(), List.of(timed.getFirst().record(), timed.getLast().record()));
        Instant first = timed.getFirst().at().orElseThrow();
        Instant last = timed.getLast().at().orElseThrow();
        if (first.equals(last)) {
            return Figure.missing("min", "one reading only in " + name, work);
        }
        BigDecimal minutes = BigDecimal.valueOf(Duration.between(first, last).toSeconds())
                .divide(BigDecimal.valueOf(SECONDS_PER_MINUTE), 0, RoundingMode.HALF_UP);
        return Figure.of(minutes, "min", work);
    }

    private static String formula() {
        return "last reading minus first, in whole minutes";
    }

    private Optional<String> tooShort(Figure minutes) {
        if (!"esketamine".equals(session.agent())) {
            return Optional.empty();
        }
        String limit = cutOffs.told(MINUTES, "less than " + cutOffs.whole(MINUTES) + " minutes");
        return minutes.found()
                .map(found -> found.compareTo(cutOffs.number(MINUTES)) < 0
                        ? Optional.of(name + " was monitored for " + found.toPlainString() + " minutes, " + limit)
                        : Optional.<String>empty())
                .orElseGet(() -> Optional.of("how long " + name + " was monitored is not known: " + minutes.remark()));
    }
}
