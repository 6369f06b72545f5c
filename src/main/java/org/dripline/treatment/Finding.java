package org.dripline.treatment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One derived statement of a summary under a name that stays the same from one computation to the next, so that two can
 * be compared.
 *
 * @param name such as {@code Dose of infusion 3}
 * @param text such as {@code 45 mg}, or why there is none
 * @param value the number, empty for a yes or no and when missing
 * @param unit in UCUM, the empty string for a yes or no
 */
public record Finding(String name, String text, Optional<BigDecimal> value, String unit, Work work) {

    private static Finding of(String name, Figure figure) {
        return new Finding(name, figure.text(), figure.found(), figure.unit(), figure.work());
    }

    private static Finding of(String name, Verdict verdict) {
        return new Finding(name, verdict.text(), Optional.empty(), "", verdict.work());
    }

    /** All that a summary derives, in the order in which it is told. */
    static List<Finding> of(CourseSummary summary) {
        List<Finding> all = new ArrayList<>();
        Doses doses = summary.doses();
        all.add(of("Sessions completed", doses.done()));
        all.add(of("Sessions in progress", doses.inProgress()));
        all.add(of("Sessions planned", doses.planned()));
        all.add(of("Dose of all sessions", doses.cumulativeMg()));
        all.add(of("Mean dose by weight", doses.meanMgPerKg()));
        summary.scales().forEach(scale -> addScale(scale, all));
        summary.sessions().forEach(session -> addSession(session, all));
        CourseVitals vitals = summary.vitals();
        all.add(of("Greatest systolic rise", vitals.maxSystolicRiseMmhg()));
        all.add(of("Greatest diastolic rise", vitals.maxDiastolicRiseMmhg()));
        all.add(of("Sessions with high systolic pressure", vitals.sessionsWithHighSystolic()));
        all.add(of("Highest heart rate", vitals.highestHeartRatePerMin()));
        all.add(of("Lowest oxygen saturation", vitals.lowestSpo2Percent()));
        AdverseEvents events = summary.adverseEvents();
        all.add(of("Adverse events", events.total()));
        all.add(of("Serious adverse events", events.serious()));
        all.add(of("Ongoing adverse events", events.ongoing()));
        all.add(of("Open flags about suicidality", summary.risk().openSuicidality()));
        summary.risk()
                .lastScreen()
                .ifPresent(screen -> all.add(
                        new Finding("Last C-SSRS screener", screen.level(), Optional.empty(), "", screen.work())));
        return List.copyOf(all);
    }

    private static void addScale(ScaleCourse course, List<Finding> all) {
        String name = course.scale().name();
        all.add(of(name + " response", course.response()));
        all.add(of(name + " remission", course.remission()));
        all.add(of(name + " time to response", course.daysToResponse()));
        all.add(of(name + " response sustained", course.sustained()));
        all.add(of(name + " change after a day", course.percentAfterADay()));
        for (Point point : course.points()) {
            String when = name + " of "
                    + point.at().map(Object::toString).orElse(point.day().toString());
            Work work = Work.of("total as recorded", List.of(point.record()));
            all.add(new Finding(when, point.total().toPlainString(), Optional.of(point.total()), "{score}", work));
            all.add(of(when + ", change", point.percentChange()));
        }
    }

    private static void addSession(Session session, List<Finding> all) {
        String name = session.name();
        all.add(of("Dose of " + name, session.doseMg()));
        all.add(of("Dose by weight of " + name, session.doseMgPerKg()));
        all.add(of("Minutes of " + name, session.minutes()));
        all.add(of("Systolic rise of " + name, session.vitals().systolicRiseMmhg()));
        all.add(of("Diastolic rise of " + name, session.vitals().diastolicRiseMmhg()));
    }
}
