package org.dripline.web.clinic;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dripline.treatment.Background;
import org.dripline.treatment.Course;
import org.dripline.treatment.CourseSummary;
import org.dripline.treatment.Risk;
import org.dripline.treatment.ScaleCourse;
import org.dripline.treatment.Software;
import org.dripline.web.Html;

/**
 * One course on one page, in the order in which a referring psychiatrist asks: did it work, is the patient still
 * better, is anyone at risk, did anything bad happen, what was given, what is missing.
 */
final class CoursePage {
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    /** Characters of a plan's text that leave room for all the rest on one side of A4. */
    private static final int MOST_ON_PAPER = 600;

    private static final int SHORTENED = 280;

    private final CourseSummary summary;
    private final Person patient;
    private final Optional<Person> referrer;
    private final List<String> planTexts;
    private final ZoneId zone;
    private final Figures figures;

    private final CodeNames names;

    CoursePage(CourseSummary summary, Surroundings around, Figures figures, CodeNames names) {
        this.names = names;
        this.summary = summary;
        this.patient = around.patient();
        this.referrer = around.referrer();
        this.planTexts = around.planTexts();
        this.zone = around.zone();
        this.figures = figures;
    }

    /**
     * What the page tells beside the summary.
     *
     * @param zone of the clinic, whose times are told
     * @param planTexts what the course's plan says in words
     */
    record Surroundings(Person patient, Optional<Person> referrer, List<String> planTexts, ZoneId zone) {}

    static String title(Course course) {
        return course.number().map(number -> "Course " + number).orElse("A course without a number");
    }

    /** @param today what the page says it was made on */
    List<Html> body(LocalDate today) {
        List<Html> all = new ArrayList<>(List.of(people(), course(), response(), risks()));
        all.addAll(new CourseTables(summary, figures, names, zone).all());
        all.add(CourseTables.section(List.of(Html.element("h2", "Plan"), Html.element("p", plan(today)))));
        all.add(signature(today));
        return all;
    }

    private Html people() {
        Background background = summary.background();
        String asked = background.referrals().isEmpty()
                ? "No referral on file."
                : referral(background.referrals().getLast());
        String diagnosis = background.diagnoses().stream()
                .filter(Background.Diagnosis::ofCourse)
                .findFirst()
                .or(() -> background.diagnoses().stream().reduce((first, last) -> last))
                .map(CoursePage::diagnosis)
                .orElse("No diagnosis on file.");
        return Html.line(Html.element("strong", patient.line()), Html.text(". " + asked + " " + diagnosis));
    }

    private String referral(Background.Referral referral) {
        return "Referred" + referrer.map(person -> " by " + person.name()).orElse("")
                + referral.day().map(day -> " on " + DAY.format(day)).orElse("")
                + referral.reason().map(reason -> ": " + reason).orElse("") + ".";
    }

    private static String diagnosis(Background.Diagnosis diagnosis) {
        String severity = diagnosis.severity().map(word -> ", " + word).orElse("");
        String trials = diagnosis
                .failedAdequateTrials()
                .map(count -> ", " + count + " adequate trials failed" + (count >= 2 ? " (treatment-resistant)" : ""))
                .orElse("");
        return "Depression" + severity
                + diagnosis.icd10Code().map(code -> " (" + code + ")").orElse("") + trials + ".";
    }

    private Html course() {
        Course course = summary.course();
        Html done = summary.doses().planned().found().isEmpty()
                ? Html.several(figures.of(summary.doses().done()), Html.text(" infusions"))
                : Html.several(
                        figures.of(summary.doses().done()),
                        Html.text(" of "),
                        figures.of(summary.doses().planned()),
                        Html.text(" infusions"));
        boolean byWeight = summary.doses().meanMgPerKg().found().isPresent();
        return Html.line(
                Html.text(title(course)
                        + course.phase().map(phase -> ", " + phase).orElse("")
                        + course.status().map(status -> ", " + status).orElse("") + ": "),
                done,
                Html.text(", " + span() + ". Given in all: "),
                figures.of(summary.doses().cumulativeMg()),
                Html.text(byWeight ? "; on average " : "; "),
                figures.of(summary.doses().meanMgPerKg()),
                Html.text("."),
                summary.question()
                        .limits()
                        .map(limits -> (Html) Html.element("strong", " " + limits + "."))
                        .orElse(Html.none()));
    }

    private String span() {
        List<LocalDate> days = summary.sessions().stream()
                .flatMap(session -> session.day().stream())
                .toList();
        return days.isEmpty() ? "none so far" : DAY.format(days.getFirst()) + " – " + DAY.format(days.getLast());
    }

    private Html response() {
        List<Html> all = new ArrayList<>();
        all.add(Html.element("h2", "Did it work?"));
        summary.scales().forEach(scale -> all.add(response(scale)));
        return CourseTables.section(all);
    }

    private Html response(ScaleCourse scale) {
        Html numbers = scale.last()
                .or(scale::latest)
                .map(last -> Html.several(
                        Html.text(scale.baseline()
                                        .map(point -> point.total().toPlainString() + " → ")
                                        .orElse("")
                                + last.total().toPlainString() + " on " + DAY.format(last.day()) + ", "),
                        figures.of(last.percentChange())))
                .orElse(Html.text("no score after an infusion"));
        return Html.line(
                Html.element("strong", scale.scale().name() + ": "),
                numbers,
                Html.text(". Response: "),
                figures.of(scale.response()),
                Html.several(first(scale)),
                Html.text(". Remission: "),
                figures.of(scale.remission()),
                Html.text(scale.firstRemission()
                        .map(point -> " (first on " + DAY.format(point.day()) + ")")
                        .orElse("")),
                Html.text(". Still responding: "),
                figures.of(scale.sustained()),
                Html.text(". "),
                Html.element(
                        "small", scale.responseText() + "; " + scale.scale().remissionText() + "."));
    }

    private List<Html> first(ScaleCourse scale) {
        return scale.firstResponse()
                .map(point -> List.of(
                        Html.text((scale.response().holds().equals(Optional.of(true)) ? " (first on " : " now (but on ")
                                + DAY.format(point.day()) + ", "),
                        figures.of(scale.daysToResponse()),
                        Html.text(" after the first session)")))
                .orElse(List.of());
    }

    private Html risks() {
        Risk risk = summary.risk();
        List<Html> all = new ArrayList<>();
        all.add(Html.element("h2", "Open risks"));
        List<Html> items = new ArrayList<>();
        risk.openFlags()
                .forEach(flag -> items.add(Html.element(
                        "li",
                        Html.text("Open flag"
                                + flag.since()
                                        .map(day -> " since " + DAY.format(day))
                                        .orElse("") + ": "),
                        figures.link(flag.record(), flag.text()))));
        risk.lastScreen()
                .ifPresent(screen -> items.add(Html.element(
                        "li",
                        Html.text("Last C-SSRS"
                                + screen.day()
                                        .map(day -> " on " + DAY.format(day))
                                        .orElse("") + ": "),
                        figures.link(screen.record(), screen.level()))));
        all.add(
                items.isEmpty()
                        ? Html.element("p", "No open flag, and no C-SSRS on file.")
                        : Html.element("ul", Html.several(items)).with("class", "risks"));
        return CourseTables.section(all);
    }

    private String plan(LocalDate today) {
        Stream<String> texts = planTexts.stream()
                .map(text -> figures.paper() && text.length() > MOST_ON_PAPER
                        ? text.substring(0, text.offsetByCodePoints(0, SHORTENED)) + " … (the rest is in the CarePlan)"
                        : text);
        return Stream.concat(summary.plan(today).stream().map(sentence -> sentence + "."), texts)
                .collect(Collectors.joining(" "));
    }

    private Html signature(LocalDate today) {
        return Html.element(
                        "footer",
                        Html.element("p", "Seen by: ______________________    Date: ______________"),
                        Html.element(
                                "small",
                                "Generated from " + summary.records().size() + " records on " + DAY.format(today)
                                        + " by " + Software.TITLE + ", with cut-offs of configuration "
                                        + summary.configuration()
                                        + ". Scales are shown side by side and never merged."))
                .with("class", "signature");
    }
}
