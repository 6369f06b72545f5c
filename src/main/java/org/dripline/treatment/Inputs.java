package org.dripline.treatment;

import java.util.List;
import java.util.TreeSet;

/** Which records a summary tells of. */
final class Inputs {
    private Inputs() {}

    static List<RecordVersion> of(CourseSummary summary) {
        TreeSet<RecordVersion> found = new TreeSet<>();
        found.add(summary.course().record());
        summary.sessions().forEach(session -> {
            found.addAll(session.records());
            session.vitals().readings().forEach(reading -> found.add(reading.record()));
        });
        summary.scales().forEach(scale -> scale.points().forEach(point -> found.add(point.record())));
        summary.adverseEvents().events().forEach(event -> found.add(event.record()));
        summary.risk().openFlags().forEach(flag -> found.add(flag.record()));
        summary.risk().lastScreen().ifPresent(screen -> found.add(screen.record()));
        found.addAll(summary.doses().planned().work().inputs());
        Background background = summary.background();
        background.referrals().forEach(each -> found.add(each.record()));
        background.diagnoses().forEach(each -> found.add(each.record()));
        background.problems().forEach(each -> found.add(each.record()));
        background.earlierTreatments().forEach(each -> found.add(each.record()));
        background.medications().forEach(each -> found.add(each.record()));
        background.allergies().forEach(each -> found.add(each.record()));
        return List.copyOf(found);
    }
}
