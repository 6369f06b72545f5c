package org.dripline.web.clinic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.dripline.access.Access;
import org.dripline.treatment.ClinicOverview;
import org.dripline.treatment.ClinicOverviews;
import org.dripline.treatment.CourseSummary;
import org.dripline.treatment.ScaleCourse;
import org.dripline.web.Html;
import org.dripline.web.Table;

/** The clinic at a glance: open flags first, then the courses that run, then what happened in infusions. */
final class OverviewPage {
    private static final int PERCENT = 100;

    private final ClinicOverviews overviews;
    private final People people;
    private final CodeNames names;

    OverviewPage(ClinicOverviews overviews, People people, CodeNames names) {
        this.names = names;
        this.overviews = overviews;
        this.people = people;
    }

    /** A search by name; {@code address} of the list of patients. */
    static Html form(String address, String name) {
        return Html.element(
                        "form",
                        Html.element("label", "Patient's name").with("for", "name"),
                        Html.element("input")
                                .with("id", "name")
                                .with("name", "name")
                                .with("type", "search")
                                .with("value", name),
                        Html.element("button", "Find").with("type", "submit"))
                .with("action", address)
                .with("method", "get")
                .with("role", "search");
    }

    List<Html> body(Access access) {
        ClinicOverview overview = overviews.of(access.scope());
        return List.of(
                form("patients/", ""),
                Html.element("h2", "Open flags"),
                flags(access, overview),
                Html.element("h2", "Courses that run"),
                courses(access, overview),
                Html.element("h2", "Adverse effects"),
                events(overview));
    }

    private String name(Access access, String patientId) {
        return people.patient(access, patientId).map(Person::name).orElse(patientId);
    }

    private Html flags(Access access, ClinicOverview overview) {
        Table table = new Table("Open flags", "Patient", "Since", "Flag");
        overview.openFlags()
                .forEach(flag -> table.row(
                        Html.link("patients/" + flag.patientId(), name(access, flag.patientId())),
                        Html.text(CourseTables.day(flag.since())),
                        Html.link("../fhir/Flag/" + flag.id() + Figures.READABLE, flag.text())));
        return table.isEmpty() ? Html.element("p", "None.") : table.html();
    }

    private Html courses(Access access, ClinicOverview overview) {
        Table table = new Table("Courses that run", "Patient", "Course", "Infusions", "Scale", "Response", "Score due");
        for (CourseSummary summary : overview.running()) {
            ScaleCourse scale = summary.scale();
            table.row(
                    Html.text(name(access, summary.course().patientId())),
                    Html.link("courses/" + summary.course().record().id(), CoursePage.title(summary.course())),
                    Html.text(summary.doses().done().text() + " of "
                            + summary.doses().planned().text()),
                    Html.text(change(scale)),
                    Html.text(scale.response().text()),
                    Html.text(due(summary).orElse("–")));
        }
        long responders = overview.running().stream()
                .filter(summary ->
                        summary.scale().response().holds().filter(yes -> yes).isPresent())
                .count();
        long judged = overview.running().stream()
                .filter(summary -> summary.scale().response().holds().isPresent())
                .count();
        String said = overview.runningInAll() + (overview.runningInAll() == 1 ? " course runs; " : " courses run; ")
                + responders + " of the " + judged
                + " that have a baseline and a later score respond."
                + (overview.runningInAll() > overview.running().size()
                        ? " The " + overview.running().size() + " that began first are listed."
                        : "");
        return Html.several(Html.element("p", said), table.isEmpty() ? Html.none() : table.html());
    }

    private static String change(ScaleCourse scale) {
        return scale.scale().name() + " "
                + scale.last()
                        .map(last -> last.total().toPlainString() + " ("
                                + last.percentChange().text() + ")")
                        .orElse("–");
    }

    /** A score is due when the last infusion has none after it. */
    private static Optional<String> due(CourseSummary summary) {
        boolean none = !summary.sessions().isEmpty()
                && summary.scale().daysFromLastInfusion().found().isEmpty();
        return none ? Optional.of("none since " + summary.sessions().getLast().name()) : Optional.empty();
    }

    private Html events(ClinicOverview overview) {
        Table table = new Table(
                "Adverse effects of " + overview.sessionsDone() + " infusions that are over, stopped ones among them",
                "Effect",
                "Records",
                "Infusions",
                "Of 100 infusions");
        overview.events()
                .forEach(event -> table.row(
                        Html.text(names.of(event.name())),
                        Html.text(String.valueOf(event.times())),
                        Html.text(String.valueOf(event.sessions())),
                        Html.text(rate(event.sessions(), overview.sessionsDone()))));
        return table.isEmpty() ? Html.element("p", "None on file.") : table.html();
    }

    private static String rate(int sessions, int done) {
        return done == 0
                ? "–"
                : BigDecimal.valueOf(sessions)
                        .multiply(BigDecimal.valueOf(PERCENT))
                        .divide(BigDecimal.valueOf(done), 1, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
