package org.dripline.web.clinic;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.dripline.treatment.Point;
import org.dripline.treatment.Reading;
import org.dripline.treatment.ScaleCourse;
import org.dripline.treatment.Session;
import org.dripline.web.Html;
import org.dripline.web.chart.Chart;

/** The drawings of a course. */
final class CourseCharts {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final double HALF = 0.5;

    private CourseCharts() {}

    /** The scores of a scale by days, against the infusions with their doses. */
    static Html scores(ScaleCourse scale, List<Session> sessions) {
        if (scale.points().isEmpty()) {
            return Html.none();
        }
        LocalDate first = scale.points().getFirst().day();
        Chart chart = new Chart(
                scale.scale().name() + " over the course",
                inWords(scale),
                scale.scale().name() + " total");
        Function<LocalDate, Double> days = day -> (double) ChronoUnit.DAYS.between(first, day);
        for (Session session : sessions) {
            session.day()
                    .ifPresent(day -> chart.mark(new Chart.Mark(
                            days.apply(day), session.doseMg().number().orElse(""), number(session))));
        }
        scale.baseline().ifPresent(baseline -> {
            chart.level(
                    "baseline " + baseline.total().toPlainString(),
                    baseline.total().doubleValue());
            chart.level("−50 % (response)", baseline.total().doubleValue() * HALF);
        });
        scale.scale()
                .remission()
                .ifPresent(limit ->
                        chart.level("remission " + limit.text(), limit.total().doubleValue()));
        scale.points().forEach(point -> chart.tick(days.apply(point.day()), DAY.format(point.day())));
        return chart.line(new Chart.Line(
                        scale.scale().name(),
                        Chart.Shape.DOT,
                        scale.points().stream()
                                .map(point -> new Chart.Point(
                                        days.apply(point.day()),
                                        point.total().doubleValue(),
                                        point.total().toPlainString()))
                                .toList()))
                .svg();
    }

    private static String number(Session session) {
        return session.number().map(String::valueOf).orElse("");
    }

    private static String inWords(ScaleCourse scale) {
        return "Totals: "
                + String.join(
                        ", ", scale.points().stream().map(CourseCharts::inWords).toList())
                + ". Thin lines are infusions, with the dose in mg above and the number below.";
    }

    private static String inWords(Point point) {
        return point.total().toPlainString() + " on " + DAY.format(point.day());
    }

    /** Blood pressure and heart rate by minutes from the start of a session; nothing for one without a start. */
    static Html vitals(Session session) {
        Optional<Instant> start = session.startedAt();
        if (start.isEmpty()) {
            return Html.none();
        }
        Chart chart = new Chart(
                "Blood pressure and heart rate, " + session.name(),
                "By minutes from the start; the readings are in the table.",
                "mmHg, beats/min");
        chart.mark(new Chart.Mark(0, "start", ""));
        session.endedAt().ifPresent(end -> chart.mark(new Chart.Mark(minutes(start.get(), end), "end", "")));
        List<Reading> timed = session.vitals().readings().stream()
                .filter(reading -> reading.at().isPresent())
                .toList();
        timed.stream()
                .map(reading -> minutes(start.get(), reading.at().orElseThrow()))
                .distinct()
                .forEach(at -> chart.tick(at, at.longValue() + " min"));
        chart.line(line("systolic", Chart.Shape.TRIANGLE, timed, start.get(), Reading::systolicMmhg));
        chart.line(line("diastolic", Chart.Shape.SQUARE, timed, start.get(), Reading::diastolicMmhg));
        chart.line(line(
                "heart rate",
                Chart.Shape.DOT,
                timed,
                start.get(),
                reading -> reading.kind().equals("hr") ? reading.value() : Optional.empty()));
        return chart.svg();
    }

    private static Chart.Line line(
            String name,
            Chart.Shape shape,
            List<Reading> readings,
            Instant start,
            Function<Reading, Optional<BigDecimal>> value) {
        return new Chart.Line(
                name,
                shape,
                readings.stream()
                        .filter(reading -> value.apply(reading).isPresent())
                        .map(reading -> new Chart.Point(
                                minutes(start, reading.at().orElseThrow()),
                                value.apply(reading).orElseThrow().doubleValue(),
                                ""))
                        .toList());
    }

    private static Double minutes(Instant from, Instant to) {
        return (double) Duration.between(from, to).toMinutes();
    }
}
