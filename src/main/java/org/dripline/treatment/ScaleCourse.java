package org.dripline.treatment;

import java.util.List;
import java.util.Optional;

/**
 * One scale over a course.
 *
 * @param baseline the last score not later than the start of the first session, if it is recent enough
 * @param baselineRemark why there is none, or the empty string
 * @param points in order of time, the baseline among them
 * @param response whether the last judged score is a response
 * @param remission whether the last judged score is a remission; told apart from response
 * @param firstResponse the first score that is one
 * @param daysToResponse d, from the day of the first session to that of firstResponse
 * @param firstRemission the first judged score that is one
 * @param sustained whether the patient still responds at the last judged score, once there was a response
 * @param daysFromLastInfusion d, from the day of the last session to that of the last score
 * @param percentAfterADay change of the score taken about 24 hours after the first session; never of a scale that asks
 *     about more than that day (rule R-31)
 * @param responseText the definition, with its source
 * @param inexact scores left out, since the day of none of them is known
 */
public record ScaleCourse(
        Scale scale,
        Optional<Point> baseline,
        String baselineRemark,
        List<Point> points,
        Verdict response,
        Verdict remission,
        Optional<Point> firstResponse,
        Figure daysToResponse,
        Optional<Point> firstRemission,
        Verdict sustained,
        Figure daysFromLastInfusion,
        Figure percentAfterADay,
        String responseText,
        int inexact) {

    public ScaleCourse {
        points = List.copyOf(points);
    }

    /** The last score after a session, judged or not. */
    public Optional<Point> latest() {
        return points.reversed().stream()
                .filter(point -> point.afterInfusion().isPresent())
                .findFirst();
    }

    /** The last score that is judged. */
    public Optional<Point> last() {
        return points.reversed().stream().filter(Point::isJudged).findFirst();
    }
}
