package org.dripline.treatment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dripline.treatment.Point.Outcome;
import org.dripline.treatment.Rows.ScoreRow;
import org.jspecify.annotations.Nullable;

/** The totals of one scale, each against the baseline. */
final class Points {
    private static final String SCORE = "{score}";
    private static final Duration LONGEST_DAY = Duration.ofHours(25);

    private final Timeline timeline;
    private final CutOffs cutOffs;
    private final Scale scale;
    private final List<ScoreRow> rows;
    private final int inexact;
    private final @Nullable ScoreRow baseline;

    Points(Timeline timeline, CutOffs cutOffs, Scale scale) {
        this.timeline = timeline;
        this.cutOffs = cutOffs;
        this.scale = scale;
        List<ScoreRow> dated = timeline.record().scores().stream()
                .filter(row -> row.instrument().equals(scale.instrument()))
                .filter(row -> row.total() != null && row.scoredFrom() != null)
                .toList();
        this.inexact = (int) dated.stream().filter(row -> !isOfOneDay(row)).count();
        this.rows = dated.stream()
                .filter(Points::isOfOneDay)
                .sorted(Comparator.comparing(Points::time).thenComparing(ScoreRow::id))
                .toList();
        this.baseline = rows.reversed().stream()
                .filter(row -> isBefore(row) && isRecent(row))
                .findFirst()
                .orElse(null);
    }

    /** A month or a year tells neither the day nor whether it was before a session. Some days have 25 hours. */
    private static boolean isOfOneDay(ScoreRow row) {
        Instant before = row.scoredBefore();
        return before == null || Duration.between(time(row), before).compareTo(LONGEST_DAY) <= 0;
    }

    /** How many scores are left out for want of an exact day. */
    int inexact() {
        return inexact;
    }

    private static Instant time(ScoreRow row) {
        return Objects.requireNonNull(row.scoredFrom());
    }

    private LocalDate day(ScoreRow row) {
        return timeline.record().day(time(row)).orElseThrow();
    }

    private boolean isBefore(ScoreRow row) {
        return timeline.firstStart().map(start -> !time(row).isAfter(start)).orElse(true);
    }

    private boolean isRecent(ScoreRow row) {
        return timeline.firstDay()
                .map(first -> ChronoUnit.DAYS.between(day(row), first) <= cutOffs.whole("baseline.days"))
                .orElse(false);
    }

    Optional<Point> baseline() {
        return Optional.ofNullable(baseline).map(this::point);
    }

    String baselineRemark() {
        if (baseline != null) {
            return "";
        }
        return timeline.first().isEmpty()
                ? "no baseline: there was no session yet"
                : "no baseline: no " + scale.name() + " in the " + cutOffs.whole("baseline.days")
                        + " days before the first session";
    }

    /** Of this course, within the days asked for, and the baseline in any case. */
    List<Point> told() {
        return rows.stream()
                .filter(row -> row.equals(baseline)
                        || (isOfCourse(row) && timeline.question().admits(Optional.of(day(row)))))
                .map(this::point)
                .toList();
    }

    /** One that names no course belongs to the one in whose time it was taken. */
    private boolean isOfCourse(ScoreRow row) {
        if (row.courseId() != null) {
            return row.courseId().equals(timeline.record().course().id());
        }
        boolean early = isBefore(row) && !isRecent(row);
        Instant next = timeline.record().nextCourseFrom();
        return !early && (next == null || time(row).isBefore(next));
    }

    private Point point(ScoreRow row) {
        BigDecimal total = Units.plain(Objects.requireNonNull(row.total()));
        Figure percent = percent(row);
        boolean judged = percent.found().isPresent();
        return new Point(
                version(row),
                day(row),
                Optional.ofNullable(row.scoredAt()),
                Optional.ofNullable(row.timepoint()),
                total,
                change(row),
                percent,
                judged ? outcome(row) : Outcome.NOT_JUDGED,
                isBefore(row) || isTooEarly(row)
                        ? Optional.empty()
                        : scale.remission().map(limit -> limit.admits(total)),
                isBefore(row)
                        ? Optional.empty()
                        : timeline.lastBefore(time(row))
                                .flatMap(session -> Optional.ofNullable(session.infusionNumber())));
    }

    private RecordVersion version(ScoreRow row) {
        return timeline.record().version("Observation", row.id());
    }

    private List<RecordVersion> inputs(ScoreRow row) {
        return baseline == null ? List.of(version(row)) : List.of(version(baseline), version(row));
    }

    private Figure change(ScoreRow row) {
        Work work = work("total minus baseline", row);
        String why = notJudged(row);
        if (baseline == null || !why.isEmpty()) {
            return Figure.missing(SCORE, why, work);
        }
        BigDecimal change = Objects.requireNonNull(row.total()).subtract(Objects.requireNonNull(baseline.total()));
        return Figure.of(Units.plain(change), SCORE, work);
    }

    private Figure percent(ScoreRow row) {
        Work work = work("(total minus baseline) times 100 divided by baseline, to one decimal", row);
        String why = notJudged(row);
        if (baseline == null || !why.isEmpty()) {
            return Figure.missing("%", why, work);
        }
        BigDecimal base = Objects.requireNonNull(baseline.total());
        if (base.signum() <= 0) {
            return Figure.missing("%", "the baseline is " + Units.plain(base).toPlainString(), work);
        }
        BigDecimal change = Objects.requireNonNull(row.total()).subtract(base);
        return Figure.of(
                change.multiply(Units.HUNDRED).divide(base, Units.PERCENT_DECIMALS, RoundingMode.HALF_UP), "%", work);
    }

    private Work work(String formula, ScoreRow row) {
        return new Work(formula, "baseline: " + ScaleCalculation.baselineRule(cutOffs), cutOffs.version(), inputs(row));
    }

    /** Why a score is not held against the baseline, or the empty string. */
    private String notJudged(ScoreRow row) {
        if (baseline == null) {
            return baselineRemark();
        }
        if (row.equals(baseline)) {
            return "the baseline";
        }
        if (isBefore(row)) {
            return "before the first session";
        }
        return isTooEarly(row)
                ? scale.name() + " asks about " + scale.recallDays() + " days: too early after the first session"
                : "";
    }

    private boolean isTooEarly(ScoreRow row) {
        return scale.recallDays() > 0 && hoursAfterFirst(row) < cutOffs.whole("day-after.until-hours");
    }

    private long hoursAfterFirst(ScoreRow row) {
        return timeline.firstStart()
                .map(start -> Duration.between(start, time(row)).toHours())
                .orElse(0L);
    }

    boolean isDayAfter(Point point) {
        return point.at()
                .flatMap(at -> timeline.firstStart().map(start -> Duration.between(start, at)))
                .map(since -> since.compareTo(Duration.ofHours(cutOffs.whole("day-after.from-hours"))) >= 0
                        && since.compareTo(Duration.ofHours(cutOffs.whole("day-after.until-hours"))) <= 0)
                .orElse(false);
    }

    /** By the exact share, not the rounded one. */
    private Outcome outcome(ScoreRow row) {
        BigDecimal base =
                Objects.requireNonNull(Objects.requireNonNull(baseline).total());
        BigDecimal change = Objects.requireNonNull(row.total()).subtract(base).multiply(Units.HUNDRED);
        if (change.compareTo(base.multiply(cutOffs.number("response.percent"))) <= 0) {
            return Outcome.RESPONSE;
        }
        return change.compareTo(base.multiply(cutOffs.number("partial.percent"))) <= 0 ? Outcome.PARTIAL : Outcome.NONE;
    }
}
