package org.dripline.operation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dripline.document.JsonObject;
import org.dripline.document.PlanTexts;
import org.dripline.treatment.AdverseEvents;
import org.dripline.treatment.CourseSummary;
import org.dripline.treatment.CourseVitals;
import org.dripline.treatment.Doses;
import org.dripline.treatment.Figure;
import org.dripline.treatment.Reading;
import org.dripline.treatment.RecordVersion;
import org.dripline.treatment.ScaleCourse;
import org.dripline.treatment.Session;
import org.dripline.treatment.SessionVitals;

/** What was done and what it did. */
final class TreatmentSections {
    private final CourseSummary summary;
    private final Records records;
    private final List<String> responses;
    private final LocalDate today;

    /** @param responses references of the Observations that tell the response */
    TreatmentSections(CourseSummary summary, Records records, List<JsonObject> responses, LocalDate today) {
        this.summary = summary;
        this.records = records;
        this.today = today;
        this.responses = responses.stream().map(Records::reference).toList();
    }

    Section infusions() {
        Narrative text = summary.sessions().isEmpty()
                ? Narrative.of("No session was held.")
                : new Narrative()
                        .table(
                                "Sessions of the course",
                                List.of("Number", "Date", "Dose in mg", "Dose in mg/kg", "Minutes", "Status"),
                                summary.sessions().stream()
                                        .map(TreatmentSections::row)
                                        .toList());
        return Section.of(
                "47519-4",
                "Infusions",
                text,
                claimed(summary.sessions().stream().map(Session::record), "infusion-procedure"));
    }

    private static List<String> row(Session session) {
        return List.of(
                Texts.number(session.number()),
                Texts.of(session.day()),
                number(session.doseMg()),
                number(session.doseMgPerKg())
                        + (session.doseMgPerKg().found().isEmpty()
                                ? ""
                                : session.doseIsComputed() ? " (computed)" : " (recorded)"),
                number(session.minutes()),
                session.status()
                        + session.statusReason().map(reason -> ": " + reason).orElse(""));
    }

    private static String number(Figure figure) {
        return figure.number().orElse(figure.remark());
    }

    Section administered() {
        Doses doses = summary.doses();
        String agents = String.join(
                ", ",
                summary.sessions().stream()
                        .flatMap(session -> session.agent().stream())
                        .distinct()
                        .sorted()
                        .toList());
        Narrative text = Narrative.of(
                (agents.isEmpty() ? "No drug is on file" : "Given: " + agents) + ". In all: "
                        + told(doses.cumulativeMg()) + ". Mean: " + told(doses.meanMgPerKg()) + ".",
                "Sessions completed: " + told(doses.done()) + " of " + told(doses.planned()) + " planned; in progress: "
                        + told(doses.inProgress()) + ".");
        Stream<RecordVersion> given = summary.sessions().stream()
                .flatMap(session -> session.records().stream())
                .filter(record -> record.type().equals("MedicationAdministration"));
        return Section.of(
                "29549-3",
                "Drug given",
                text,
                claimed(given, "infusion-medication-administration", "esketamine-administration"));
    }

    private static String told(Figure figure) {
        boolean limited = figure.found().isPresent() && !figure.remark().isEmpty();
        return figure.text() + (limited ? " (" + figure.remark() + ")" : "");
    }

    Section results() {
        Narrative text = new Narrative();
        for (ScaleCourse scale : summary.scales()) {
            String name = scale.scale().name();
            if (scale.points().isEmpty()) {
                text.say("No " + name + " is on file.");
                continue;
            }
            text.say(Sentences.response(scale));
            text.table(
                    name + " totals against the baseline",
                    List.of("Date", "Timepoint", "After infusion", "Total in points", "Change in %", "Judged"),
                    scale.points().stream()
                            .map(point -> List.of(
                                    point.day().toString(),
                                    point.timepoint().orElse("-"),
                                    Texts.number(point.afterInfusion()),
                                    point.total().toPlainString(),
                                    number(point.percentChange()),
                                    point.outcome().words() + (point.remission().orElse(false) ? ", remission" : "")))
                            .toList());
        }
        List<String> entries = new ArrayList<>(claimed(
                summary.scales().stream()
                        .flatMap(scale -> scale.points().stream())
                        .map(point -> point.record()),
                "depression-score"));
        entries.addAll(responses);
        return Section.of("30954-2", "Scores", text, entries);
    }

    Section vitals() {
        Narrative text =
                Narrative.of(worst(summary.vitals())).list(summary.vitals().shortMonitoring());
        text.table(
                "Vital signs of each session",
                List.of(
                        "Session",
                        "Before in mmHg",
                        "Peak in mmHg",
                        "Systolic rise in mmHg",
                        "Lowest SpO2 in %",
                        "Highest heart rate per minute",
                        "Monitored in minutes"),
                summary.sessions().stream().map(TreatmentSections::vitals).toList());
        Stream<RecordVersion> readings = summary.sessions().stream()
                .flatMap(session -> session.vitals().readings().stream())
                .map(reading -> reading.record());
        return Section.of(
                "8716-3",
                "Vital signs",
                text,
                claimed(
                        readings,
                        "monitoring-blood-pressure",
                        "monitoring-heart-rate",
                        "monitoring-respiratory-rate",
                        "monitoring-oxygen-saturation"));
    }

    private static String worst(CourseVitals vitals) {
        String peak = vitals.peak()
                .map(found -> found.pressureText() + " mmHg"
                        + vitals.peakOf().map(name -> " in " + name).orElse("")
                        + found.at().map(at -> " at " + at).orElse(""))
                .orElse("no blood pressure");
        return "Greatest rise: " + told(vitals.maxSystolicRiseMmhg()) + " systolic, "
                + told(vitals.maxDiastolicRiseMmhg()) + " diastolic. Peak: " + peak + ". Sessions with "
                + vitals.sessionsWithHighSystolic().work().cutOff() + ": " + told(vitals.sessionsWithHighSystolic())
                + ". Lowest oxygen saturation: " + told(vitals.lowestSpo2Percent()) + ". Highest heart rate: "
                + told(vitals.highestHeartRatePerMin()) + ".";
    }

    private static List<String> vitals(Session session) {
        SessionVitals vitals = session.vitals();
        return List.of(
                session.name(),
                vitals.before().map(Reading::pressureText).orElse("no reading"),
                vitals.peak().map(Reading::pressureText).orElse("no reading"),
                number(vitals.systolicRiseMmhg()),
                number(vitals.lowestSpo2Percent()),
                number(vitals.highestHeartRatePerMin()),
                number(vitals.monitoredMinutes()));
    }

    Section complications() {
        AdverseEvents events = summary.adverseEvents();
        Narrative text = Narrative.of("Adverse events: " + told(events.total()) + "; serious: " + told(events.serious())
                + "; ongoing: " + told(events.ongoing()) + ".");
        if (!events.counts().isEmpty()) {
            text.table(
                    "Adverse events by kind",
                    List.of("Event", "Count", "By severity"),
                    events.counts().stream()
                            .map(kind -> List.of(
                                    name(kind.name()),
                                    kind.count().text(),
                                    String.join(
                                            ", ",
                                            kind.bySeverity().entrySet().stream()
                                                    .map(each -> each.getValue() + " " + each.getKey())
                                                    .toList())))
                            .toList());
        }
        return Section.of(
                "55109-3",
                "Adverse effects",
                text,
                claimed(events.events().stream().map(event -> event.record()), "infusion-adverse-event"));
    }

    /** What people call an event that is known by its code alone. */
    private String name(String kind) {
        return summary.adverseEvents().events().stream()
                .filter(event -> event.name().equals(kind) && event.code().equals(Optional.of(kind)))
                .flatMap(event -> records.find(event.record().reference()).stream())
                .flatMap(document -> Texts.concept(document, "event").stream())
                .findFirst()
                .orElse(kind);
    }

    Section alerts() {
        Narrative text = new Narrative();
        summary.risk()
                .openFlags()
                .forEach(flag -> text.say("Open: " + flag.text()
                        + flag.since().map(day -> ", since " + day).orElse("") + "."));
        if (summary.risk().openFlags().isEmpty()) {
            text.say("No flag is open.");
        }
        text.say(summary.risk()
                .lastScreen()
                .map(screen -> "Last C-SSRS screener: " + Texts.of(screen.day()) + ", " + screen.level() + ".")
                .orElse("No C-SSRS screener is on file."));
        return Section.of(
                "104605-1",
                "Alerts",
                text,
                claimed(summary.risk().openFlags().stream().map(flag -> flag.record()), "safety-flag"));
    }

    Section assessment() {
        Narrative text =
                Narrative.of(summary.scales().stream().map(Sentences::response).toArray(String[]::new));
        text.say("Tolerability: " + told(summary.adverseEvents().total()) + " adverse events, "
                + told(summary.adverseEvents().serious()) + " serious.");
        if (!summary.missing().isEmpty()) {
            text.say("What is missing:").list(summary.missing());
        }
        text.say("Cut-offs: version " + summary.configuration() + ".");
        return Section.of("51848-0", "Assessment", text, responses);
    }

    Section plan() {
        Narrative text = Narrative.of("Course "
                + Texts.number(summary.course().number())
                + summary.course().phase().map(phase -> ", " + phase).orElse("")
                + ", " + summary.course().status().orElse("status not recorded") + ", from "
                + Texts.of(summary.course().start())
                + summary.course().end().map(end -> " to " + end).orElse("") + ".");
        summary.plan(today).forEach(sentence -> text.say(sentence + "."));
        records.find(summary.course().record().reference()).map(PlanTexts::of).ifPresent(text::list);
        return Section.of(
                "18776-5", "Plan", text, claimed(Stream.of(summary.course().record()), "treatment-course"));
    }

    private List<String> claimed(Stream<RecordVersion> found, String... profiles) {
        return found.map(RecordVersion::reference)
                .filter(reference -> records.claims(reference, profiles))
                .distinct()
                .toList();
    }
}
