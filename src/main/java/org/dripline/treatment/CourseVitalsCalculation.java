package org.dripline.treatment;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The worst of all sessions. */
final class CourseVitalsCalculation {
    private static final String HIGH = "systolic.high-mmhg";

    private final CutOffs cutOffs;
    private final List<Session> sessions;

    CourseVitalsCalculation(CutOffs cutOffs, List<Session> sessions) {
        this.cutOffs = cutOffs;
        this.sessions = sessions;
    }

    CourseVitals vitals() {
        Optional<Session> top = sessions.stream()
                .filter(session -> session.vitals().peak().isPresent())
                .min(Comparator.comparing(CourseVitalsCalculation::peak).reversed());
        return new CourseVitals(
                worst(SessionVitals::systolicRiseMmhg, "greatest systolic rise", Comparator.naturalOrder()),
                worst(SessionVitals::diastolicRiseMmhg, "greatest diastolic rise", Comparator.naturalOrder()),
                top.flatMap(session -> session.vitals().peak()),
                top.map(Session::name),
                highSystolic(),
                worst(SessionVitals::highestHeartRatePerMin, "highest heart rate", Comparator.naturalOrder()),
                worst(SessionVitals::lowestSpo2Percent, "lowest oxygen saturation", Comparator.reverseOrder()),
                sessions.stream()
                        .flatMap(session -> session.vitals().shortMonitoring().stream())
                        .toList());
    }

    private static BigDecimal peak(Session session) {
        return session.vitals().peak().flatMap(Reading::systolicMmhg).orElseThrow();
    }

    private Figure worst(Function<SessionVitals, Figure> figure, String words, Comparator<BigDecimal> order) {
        List<Session> known = sessions.stream()
                .filter(session -> figure.apply(session.vitals()).found().isPresent())
                .toList();
        String unit = sessions.isEmpty()
                ? "1"
                : figure.apply(sessions.getFirst().vitals()).unit();
        String formula = words + " of " + known.size() + " of " + sessions.size() + " sessions";
        Session worst = null;
        for (Session session : known) {
            if (worst == null || order.compare(value(figure, session), value(figure, worst)) > 0) {
                worst = session;
            }
        }
        if (worst == null) {
            return Figure.missing(unit, "no session has readings for the " + words, Work.of(formula, List.of()));
        }
        Figure found = figure.apply(worst.vitals());
        return Figure.of(
                        value(figure, worst),
                        unit,
                        Work.of(formula, found.work().inputs()))
                .remarked(worst.name());
    }

    private static BigDecimal value(Function<SessionVitals, Figure> figure, Session session) {
        return figure.apply(session.vitals()).found().orElseThrow();
    }

    private Figure highSystolic() {
        List<Session> measured = sessions.stream()
                .filter(session -> session.vitals().peak().isPresent())
                .toList();
        List<Session> high = measured.stream()
                .filter(session -> peak(session).compareTo(cutOffs.number(HIGH)) >= 0)
                .toList();
        String limit = cutOffs.told(HIGH, "systolic pressure of " + cutOffs.whole(HIGH) + " mmHg or more");
        Work work = new Work(
                "sessions with a reading at or above the cut-off",
                limit,
                cutOffs.version(),
                measured.stream()
                        .flatMap(session -> session.vitals().peak().stream())
                        .map(Reading::record)
                        .toList());
        if (measured.isEmpty()) {
            return Figure.missing("{session}", "no blood pressure in any session", work);
        }
        Figure count = Figure.of(high.size(), "{session}", work);
        return measured.size() == sessions.size()
                ? count
                : count.remarked("of the " + measured.size() + " sessions that have a blood pressure");
    }

    /** In which sessions something should have been read and was not. */
    Stream<String> missing() {
        return sessions.stream()
                .flatMap(session -> Stream.of(
                                session.vitals().systolicRiseMmhg(),
                                session.vitals().lowestSpo2Percent(),
                                session.vitals().highestHeartRatePerMin())
                        .filter(figure -> figure.found().isEmpty())
                        .map(Figure::remark));
    }
}
