package org.dripline.treatment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What should be there and is not, in words. */
final class Gaps {
    private Gaps() {}

    static Stream<String> of(Doses doses, List<Session> sessions, ScaleCourse scale) {
        Stream<Optional<String>> ofCourse = Stream.of(
                remark(doses.planned()),
                sessions.isEmpty() ? Optional.of("no session") : Optional.empty(),
                scale.baseline().isEmpty() ? Optional.of(scale.baselineRemark()) : Optional.empty(),
                noLaterScore(sessions, scale));
        Stream<Optional<String>> ofSessions = sessions.stream()
                .flatMap(session -> Stream.of(
                        remark(session.doseMg()), mgPerKg(session), remark(session.minutes()), undated(session)));
        return Stream.concat(ofCourse, ofSessions).flatMap(Optional::stream);
    }

    /** Scores that are told nowhere. */
    static Stream<String> inexact(ScaleCourse scale) {
        return scale.inexact() == 0
                ? Stream.empty()
                : Stream.of(
                        "the day of " + scale.inexact() + " " + scale.scale().name()
                                + (scale.inexact() == 1 ? " score, which is left out" : " scores, which are left out"));
    }

    private static Optional<String> remark(Figure figure) {
        return figure.found().isPresent() ? Optional.empty() : Optional.of(figure.remark());
    }

    private static Optional<String> mgPerKg(Session session) {
        boolean byWeight = session.agent().filter("esketamine"::equals).isEmpty();
        return byWeight ? remark(session.doseMgPerKg()) : Optional.empty();
    }

    private static Optional<String> undated(Session session) {
        return session.day().isPresent() ? Optional.empty() : Optional.of("no date for " + session.name());
    }

    private static Optional<String> noLaterScore(List<Session> sessions, ScaleCourse scale) {
        boolean missing =
                !sessions.isEmpty() && scale.daysFromLastInfusion().found().isEmpty();
        return missing
                ? Optional.of("no " + scale.scale().name() + " since "
                        + sessions.getLast().name())
                : Optional.empty();
    }
}
