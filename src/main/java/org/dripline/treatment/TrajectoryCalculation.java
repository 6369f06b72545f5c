package org.dripline.treatment;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dripline.treatment.Trajectory.Gap;
import org.dripline.treatment.Trajectory.Series;
import org.dripline.treatment.Trajectory.Value;

/** Places scores and readings by the sessions of a course. */
final class TrajectoryCalculation {
    private static final String DURING = "plus-40min";
    private static final String DAY_AFTER = "plus-24h";
    private static final String BEFORE_NEXT = "before-next";

    private final CourseSummary summary;
    private final CutOffs cutOffs;
    private final List<Series> series = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    TrajectoryCalculation(CourseSummary summary, CutOffs cutOffs) {
        this.summary = summary;
        this.cutOffs = cutOffs;
    }

    Trajectory trajectory() {
        summary.scales().forEach(this::scale);
        vital("systolic", "mm[Hg]", "bp", Reading::systolicMmhg);
        vital("diastolic", "mm[Hg]", "bp", Reading::diastolicMmhg);
        vital("heart-rate", "/min", "hr", Reading::value);
        vital("spo2", "%", "spo2", Reading::value);
        vital("respiratory-rate", "/min", "rr", Reading::value);
        return new Trajectory(series, gaps);
    }

    private void scale(ScaleCourse course) {
        String kind = course.scale().instrument();
        List<Value> values = new ArrayList<>();
        for (Point point : course.points()) {
            boolean isBaseline = course.baseline().filter(point::equals).isPresent();
            int place = isBaseline ? 1 : Math.max(1, place(point));
            String moment = isBaseline ? "baseline" : moment(point, course);
            String time = point.at().map(Instant::toString).orElse(point.day().toString());
            values.add(new Value(place, moment, time, point.total(), point.record()));
        }
        add(kind, "{score}", values);
        if (course.baseline().isEmpty()) {
            gaps.add(new Gap(kind, 1, "baseline"));
        }
        for (int place = 1; place <= summary.sessions().size(); place++) {
            if (course.scale().recallDays() == 0) {
                expect(kind, place, DAY_AFTER, values);
            }
            if (place < summary.sessions().size()) {
                expect(kind, place, BEFORE_NEXT, values);
            }
        }
    }

    private void expect(String kind, int place, String moment, List<Value> values) {
        if (values.stream()
                .noneMatch(value -> value.infusion() == place && value.moment().equals(moment))) {
            gaps.add(new Gap(kind, place, moment));
        }
    }

    private void add(String kind, String unit, List<Value> values) {
        if (!values.isEmpty()) {
            series.add(new Series(kind, unit, values));
        }
    }

    /** The last session that began before the score, 0 when none did. */
    private int place(Point point) {
        int place = 0;
        for (int i = 0; i < summary.sessions().size(); i++) {
            if (isAfter(point, summary.sessions().get(i))) {
                place = i + 1;
            }
        }
        return place;
    }

    private static boolean isAfter(Point point, Session session) {
        return point.at()
                .flatMap(at -> session.startedAt().map(at::isAfter))
                .orElseGet(
                        () -> session.day().map(day -> point.day().isAfter(day)).orElse(false));
    }

    private String moment(Point point, ScaleCourse course) {
        int place = place(point);
        if (place == 0) {
            return "pre";
        }
        Optional<Duration> since = point.at()
                .flatMap(at -> summary.sessions().get(place - 1).startedAt().map(start -> Duration.between(start, at)));
        boolean dayAfter = since.map(time -> time.compareTo(hours("day-after.from-hours")) >= 0
                        && time.compareTo(hours("day-after.until-hours")) <= 0)
                .orElse(false);
        if (dayAfter && course.scale().recallDays() == 0) {
            return DAY_AFTER;
        }
        return place < summary.sessions().size() ? BEFORE_NEXT : "follow-up";
    }

    private Duration hours(String name) {
        return Duration.ofHours(cutOffs.whole(name));
    }

    private void vital(String kind, String unit, String recorded, Function<Reading, Optional<BigDecimal>> value) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < summary.sessions().size(); i++) {
            Session session = summary.sessions().get(i);
            List<Reading> readings = session.vitals().readings().stream()
                    .filter(reading -> reading.kind().equals(recorded)
                            && reading.at().isPresent()
                            && value.apply(reading).isPresent())
                    .toList();
            place(kind, i + 1, Reading.PRE, before(readings), value, values);
            place(kind, i + 1, DURING, during(session, readings), value, values);
        }
        add(kind, unit, values);
        if (values.isEmpty() && recorded.equals("rr")) {
            // Few clinics write it down at all.
            gaps.removeIf(gap -> gap.kind().equals(kind));
        }
    }

    private void place(
            String kind,
            int place,
            String moment,
            Optional<Reading> reading,
            Function<Reading, Optional<BigDecimal>> value,
            List<Value> values) {
        reading.ifPresentOrElse(
                found -> values.add(new Value(
                        place,
                        moment,
                        found.at().orElseThrow().toString(),
                        value.apply(found).orElseThrow(),
                        found.record())),
                () -> gaps.add(new Gap(kind, place, moment)));
    }

    private static Optional<Reading> before(List<Reading> readings) {
        return readings.reversed().stream()
                .filter(reading -> reading.phase().equals(Reading.PRE))
                .findFirst();
    }

    /** The reading nearest to 40 minutes after the start, if one is near enough. */
    private Optional<Reading> during(Session session, List<Reading> readings) {
        return session.startedAt().flatMap(start -> {
            Instant target = start.plus(Duration.ofMinutes(cutOffs.whole("plus-40min.minutes")));
            return readings.stream()
                    .filter(reading -> !reading.phase().equals(Reading.PRE))
                    .filter(reading -> distance(reading, target)
                                    .compareTo(Duration.ofMinutes(cutOffs.whole("plus-40min.tolerance-minutes")))
                            <= 0)
                    .min(Comparator.comparing((Reading reading) -> distance(reading, target))
                            .thenComparing(Reading::record));
        });
    }

    private static Duration distance(Reading reading, Instant target) {
        return Duration.between(reading.at().orElseThrow(), target).abs();
    }
}
