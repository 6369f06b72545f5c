package org.dripline.treatment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dripline.treatment.Point.Outcome;

/** One scale: its points, and whether the patient responds. */
final class ScaleCalculation {
    private static final String RESPONSE = "response.percent";
    private static final String BASELINE = "baseline.days";
    private static final String FROM = "day-after.from-hours";
    private static final String UNTIL = "day-after.until-hours";

    private final Timeline timeline;
    private final CutOffs cutOffs;
    private final Scale scale;
    private final Points points;

    ScaleCalculation(Timeline timeline, CutOffs cutOffs, Scale scale) {
        this.timeline = timeline;
        this.cutOffs = cutOffs;
        this.scale = scale;
        this.points = new Points(timeline, cutOffs, scale);
    }

    ScaleCourse course() {
        List<Point> told = points.told();
        List<Point> judged = told.stream().filter(Point::isJudged).toList();
        Optional<Point> last = judged.reversed().stream().findFirst();
        Optional<Point> firstResponse = judged.stream()
                .filter(point -> point.outcome() == Outcome.RESPONSE)
                .findFirst();
        return new ScaleCourse(
                scale,
                points.baseline(),
                points.baselineRemark(),
                told,
                response(last),
                remission(told),
                firstResponse,
                daysToResponse(firstResponse),
                told.stream().filter(point -> point.remission().orElse(false)).findFirst(),
                sustained(firstResponse, last),
                daysFromLastInfusion(told),
                percentAfterADay(told),
                responseText(),
                points.inexact());
    }

    private Verdict response(Optional<Point> last) {
        String why = points.baseline().isEmpty()
                ? points.baselineRemark()
                : last.isEmpty()
                        ? "no " + scale.name() + " after the first session that can be judged"
                        : responseText();
        return new Verdict(
                last.map(point -> point.outcome() == Outcome.RESPONSE),
                why,
                new Work(
                        "by the last judged score",
                        responseText(),
                        cutOffs.version(),
                        inputs(last.stream().toList())));
    }

    /** A total tells it by itself, with or without a baseline. */
    private Verdict remission(List<Point> told) {
        Optional<Point> last = told.reversed().stream()
                .filter(point -> point.remission().isPresent())
                .findFirst();
        String why = scale.remission().isEmpty()
                ? "no cut-off for " + scale.name()
                : last.isEmpty()
                        ? "no " + scale.name() + " after the first session that can be judged"
                        : remissionText();
        return new Verdict(
                last.flatMap(Point::remission),
                why,
                new Work(
                        "by the last score after a session",
                        remissionText(),
                        cutOffs.version(),
                        last.stream().map(Point::record).toList()));
    }

    private String responseText() {
        String percent = cutOffs.number(RESPONSE).negate().toPlainString();
        return cutOffs.told(RESPONSE, "response: " + scale.name() + " at least " + percent + " % below baseline");
    }

    private String remissionText() {
        return scale.remissionText() + (scale.source().isEmpty() ? "" : " (" + scale.source() + ")");
    }

    private Figure daysToResponse(Optional<Point> first) {
        Work work = new Work(
                "day of the first response minus day of the first session",
                responseText(),
                cutOffs.version(),
                Stream.concat(inputs(first.stream().toList()).stream(), firstSession())
                        .toList());
        Optional<LocalDate> start = timeline.firstDay();
        return first.flatMap(point -> start.map(day -> ChronoUnit.DAYS.between(day, point.day())))
                .map(days -> Figure.of(days, "d", work))
                .orElseGet(() -> Figure.missing(
                        "d", points.baseline().isEmpty() ? points.baselineRemark() : "no response so far", work));
    }

    private Stream<RecordVersion> firstSession() {
        return timeline.first().map(row -> timeline.record().version(row.id())).stream();
    }

    private Verdict sustained(Optional<Point> first, Optional<Point> last) {
        Work work = new Work(
                "whether the last judged score is a response, once there was one",
                responseText(),
                cutOffs.version(),
                inputs(Stream.concat(first.stream(), last.stream()).toList()));
        if (first.isEmpty()) {
            return new Verdict(Optional.empty(), "there was no response to sustain", work);
        }
        if (first.equals(last)) {
            return new Verdict(Optional.empty(), "no later score tells whether it lasted", work);
        }
        return new Verdict(last.map(point -> point.outcome() == Outcome.RESPONSE), "at the last score", work);
    }

    private Figure daysFromLastInfusion(List<Point> told) {
        Optional<Point> last = told.reversed().stream().findFirst();
        Optional<Rows.SessionRow> session = timeline.told().reversed().stream()
                .filter(row -> row.startedFrom() != null)
                .findFirst();
        Work work = Work.of(
                "day of the last score minus day of the last session",
                Stream.concat(
                                last.map(Point::record).stream(),
                                session.map(row -> timeline.record().version(row.id())).stream())
                        .toList());
        Optional<LocalDate> day = session.flatMap(row -> timeline.record().day(row.startedFrom()));
        if (last.isEmpty() || day.isEmpty()) {
            return Figure.missing("d", last.isEmpty() ? "no " + scale.name() + " score" : "no session", work);
        }
        long days = ChronoUnit.DAYS.between(day.get(), last.get().day());
        return days < 0
                ? Figure.missing("d", "no " + scale.name() + " since the last session", work)
                : Figure.of(days, "d", work);
    }

    private Figure percentAfterADay(List<Point> told) {
        String window = cutOffs.told(
                UNTIL,
                "from " + cutOffs.whole(FROM) + " to " + cutOffs.whole(UNTIL) + " hours after the first session");
        Work none = new Work("change of the first score in the window", window, cutOffs.version(), List.of());
        if (scale.recallDays() > 0) {
            String why = scale.name() + " asks about " + scale.recallDays() + " days, so it tells nothing of one day";
            return Figure.missing("%", why, none);
        }
        return told.stream()
                .filter(points::isDayAfter)
                .findFirst()
                .map(point -> new Figure(
                        point.percentChange().value(),
                        "%",
                        point.percentChange().remark(),
                        new Work(
                                none.formula() + "; "
                                        + point.percentChange().work().formula(),
                                window,
                                cutOffs.version(),
                                point.percentChange().work().inputs())))
                .orElseGet(
                        () -> Figure.missing("%", "no " + scale.name() + " about a day after the first session", none));
    }

    private List<RecordVersion> inputs(List<Point> used) {
        return Stream.concat(points.baseline().stream(), used.stream())
                .map(Point::record)
                .toList();
    }

    /** What the baseline may be, in words. */
    static String baselineRule(CutOffs cutOffs) {
        return cutOffs.told(
                BASELINE,
                "the last score not later than the start of the first session and at most " + cutOffs.whole(BASELINE)
                        + " days old");
    }
}
