package org.dripline.web.clinic;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dripline.treatment.AdverseEvents;
import org.dripline.treatment.Background;
import org.dripline.treatment.CourseSummary;
import org.dripline.treatment.Point;
import org.dripline.treatment.ScaleCourse;
import org.dripline.treatment.Session;
import org.dripline.treatment.SessionVitals;
import org.dripline.web.Html;
import org.dripline.web.Table;

/** The parts of a course's page that follow its sentences: the curve, what was given, what was seen. */
final class CourseTables {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'on' d MMM yyyy", Locale.ENGLISH);

    private final CourseSummary summary;
    private final Figures figures;
    private final ZoneId zone;

    private final CodeNames names;

    CourseTables(CourseSummary summary, Figures figures, CodeNames names, ZoneId zone) {
        this.zone = zone;
        this.summary = summary;
        this.names = names;
        this.figures = figures;
    }

    List<Html> all() {
        List<Html> all = new ArrayList<>(List.of(curve(), infusions(), vitals(), events(), drugs(), missing()));
        if (!figures.paper()) {
            all.add(vitalsOfEach());
        }
        return all;
    }

    static String day(Optional<LocalDate> day) {
        return day.map(CoursePage.DAY::format).orElse("day not recorded");
    }

    /** So that a row of a narrow table stays one line. */
    private static Html unbroken(String text) {
        return Html.element("span", text).with("class", "unbroken");
    }

    static Html section(List<Html> parts) {
        return parts.isEmpty() ? Html.none() : Html.element("section", Html.several(parts));
    }

    private Html curve() {
        ScaleCourse scale = summary.scale();
        Table table =
                new Table(scale.scale().name() + " totals", "Day", "When", "Total", "Change", "Change, %", "Outcome");
        for (Point point : scale.points()) {
            table.row(
                    unbroken(CoursePage.DAY.format(point.day())),
                    unbroken(point.afterInfusion()
                            .map(number -> "after infusion " + number)
                            .orElse("before infusion 1")),
                    figures.link(point.record(), point.total().toPlainString()),
                    figures.number(point.change()),
                    figures.number(point.percentChange()),
                    Html.text(point.outcome().words()
                            + (point.remission().filter(yes -> yes).isPresent() ? ", remission" : "")));
        }
        Html chart = figures.chart(CourseCharts.scores(scale, summary.sessions()));
        return section(List.of(
                Html.element("h2", scale.scale().name()),
                scale.points().isEmpty()
                        ? Html.element("p", "No score on file.")
                        : Html.several(chart, figures.table(table))));
    }

    private Html infusions() {
        Table table = new Table(
                "Infusions",
                "Infusion",
                "Day",
                "Dose, mg",
                "Dose, mg/kg",
                "Minutes",
                "Blood pressure before → highest");
        for (Session session : summary.sessions()) {
            table.row(
                    figures.link(
                            session.record(),
                            session.number().map(String::valueOf).orElse("–")),
                    Html.several(
                            unbroken(day(session.day())),
                            Html.text((session.isDone() ? "" : ", " + session.status())
                                    + session.statusReason()
                                            .map(reason -> " (" + reason + ")")
                                            .orElse(""))),
                    figures.number(session.doseMg()),
                    figures.number(session.doseMgPerKg()),
                    figures.number(session.minutes()),
                    Html.text(pressures(session.vitals())));
        }
        return section(List.of(
                Html.element("h2", "What was given"),
                table.isEmpty() ? Html.element("p", "No infusion on file.") : figures.table(table)));
    }

    private static String pressures(SessionVitals vitals) {
        return vitals.before().map(reading -> reading.pressureText()).orElse("no reading") + " → "
                + vitals.peak().map(reading -> reading.pressureText()).orElse("no reading");
    }

    private Html vitals() {
        var vitals = summary.vitals();
        return section(List.of(
                Html.element("h2", "Vital signs"),
                Html.line(
                        Html.text("Greatest rise of blood pressure: "),
                        figures.of(vitals.maxSystolicRiseMmhg()),
                        Html.text(" systolic, "),
                        figures.of(vitals.maxDiastolicRiseMmhg()),
                        Html.text(" diastolic. Peak: "
                                + vitals.peak()
                                        .map(peak -> peak.pressureText() + " mmHg"
                                                + peak.at().map(this::time).orElse(""))
                                        .orElse("no reading")
                                + vitals.peakOf().map(name -> " (" + name + ")").orElse("")
                                + ". Infusions with "
                                + vitals.sessionsWithHighSystolic().work().cutOff() + ": "),
                        figures.of(vitals.sessionsWithHighSystolic()),
                        Html.text(". Highest heart rate: "),
                        figures.of(vitals.highestHeartRatePerMin()),
                        Html.text("; lowest oxygen saturation: "),
                        figures.of(vitals.lowestSpo2Percent()),
                        Html.text(". " + String.join(" ", vitals.shortMonitoring())))));
    }

    private String time(Instant at) {
        return " at " + TIME.format(at.atZone(zone));
    }

    private Html events() {
        AdverseEvents events = summary.adverseEvents();
        String counts = events.counts().stream()
                .map(count -> names.of(count.name()) + " × " + count.count().text() + " (" + severities(count) + ")")
                .collect(Collectors.joining("; "));
        return section(List.of(
                Html.element("h2", "Adverse effects"),
                events.events().isEmpty()
                        ? Html.element("p", "None on file.")
                        : Html.line(
                                Html.text(counts + ". In all "),
                                figures.of(events.total()),
                                Html.text(", serious "),
                                figures.of(events.serious()),
                                Html.text(", going on "),
                                figures.of(events.ongoing()),
                                Html.text("."))));
    }

    private static String severities(AdverseEvents.Count count) {
        return count.bySeverity().entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
    }

    private Html drugs() {
        Background background = summary.background();
        String taken = background.medications().stream()
                .map(drug -> drug.agent().orElse("a drug without a name"))
                .distinct()
                .collect(Collectors.joining(", "));
        String allergies = background.allergies().stream()
                .map(allergy -> allergy.agent().orElse("an allergy without a name"))
                .distinct()
                .collect(Collectors.joining(", "));
        String tried = background.earlierTreatments().stream()
                .map(trial -> trial.agent().orElse("a drug without a name")
                        + trial.outcomeWords()
                                .map(outcome -> " (" + outcome + ")")
                                .orElse(""))
                .collect(Collectors.joining(", "));
        String problems = background.problems().stream()
                .map(Background.Problem::words)
                .distinct()
                .collect(Collectors.joining(", "));
        return section(List.of(
                Html.element("h2", "Drugs, allergies, other problems"),
                Html.element(
                        "p",
                        "Taken now: " + orNothing(taken) + ". Tried before: " + orNothing(tried) + ". Allergies: "
                                + orNothing(allergies) + ". Other problems: " + orNothing(problems) + ".")));
    }

    private static String orNothing(String list) {
        return list.isEmpty() ? "nothing on file" : list;
    }

    private Html missing() {
        return summary.missing().isEmpty()
                ? Html.none()
                : section(List.of(
                        Html.element("h2", "Missing"),
                        Html.element("p", String.join("; ", Missing.together(summary.missing())) + ".")));
    }

    private Html vitalsOfEach() {
        List<Html> all = new ArrayList<>();
        all.add(Html.element("h2", "Blood pressure and heart rate of each infusion"));
        for (Session session : summary.sessions()) {
            if (!session.vitals().readings().isEmpty()) {
                all.add(Html.element("h3", Words.capital(session.name()) + ", " + day(session.day())));
                all.add(figures.chart(CourseCharts.vitals(session)));
                all.add(Readings.table(session, figures));
            }
        }
        return all.size() == 1
                ? Html.none()
                : Html.element("section", Html.several(all)).with("class", "screen");
    }
}
