package org.dripline.web.clinic;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dripline.access.Access;
import org.dripline.treatment.Background;
import org.dripline.treatment.CourseSummary;
import org.dripline.web.Content;
import org.dripline.web.Html;
import org.dripline.web.Page;

/** The page of a course and its PDF, wherever they are served: one side of A4 that says the same. */
public final class CourseView {
    private final People people;
    private final CodeNames names;
    private final Clock clock;

    /** @param clock in the clinic's zone, whose day is printed */
    CourseView(People people, CodeNames names, Clock clock) {
        this.people = people;
        this.names = names;
        this.clock = clock;
    }

    /**
     * How to get from the page to other places, each relative to the page.
     *
     * @param clinic folder of the clinic's pages, with a slash at its end
     * @param fhir FHIR's base, with a slash at its end
     * @param pdf the same course as PDF
     */
    public record Links(String clinic, String fhir, String pdf) {}

    /** The page; empty when the caller may not see the patient. */
    public Optional<Content> page(Access access, CourseSummary summary, Links links) {
        return people.patient(access, summary.course().patientId()).map(patient -> {
            List<Html> body = new ArrayList<>();
            body.add(ways(summary, links));
            body.addAll(body(access, summary, patient, Figures.onScreen(links.fhir())));
            return new Page(title(summary, patient), ClinicPages.TITLE, false, links.clinic(), body).content();
        });
    }

    /** The PDF; empty when the caller may not see the patient. */
    public Optional<Content> pdf(Access access, CourseSummary summary) {
        return people.patient(access, summary.course().patientId())
                .map(patient -> Paper.of(title(summary, patient), body(access, summary, patient, Figures.onPaper())));
    }

    private List<Html> body(Access access, CourseSummary summary, Person patient, Figures figures) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        CoursePage.Surroundings around = new CoursePage.Surroundings(
                patient,
                referrer(access, summary),
                people.planTexts(access, summary.course().record().id()),
                clock.getZone());
        return new CoursePage(summary, around, figures, names).body(today);
    }

    private static Html ways(CourseSummary summary, Links links) {
        return Html.element(
                        "p",
                        Html.link(
                                links.clinic() + "patients/" + summary.course().patientId(), "All courses"),
                        Html.text(" · "),
                        Html.link(links.pdf(), "Print as PDF"),
                        Html.text(" · "),
                        Html.link(
                                links.fhir() + summary.course().record().reference() + Figures.READABLE,
                                "The CarePlan resource"))
                .with("class", "screen");
    }

    private static String title(CourseSummary summary, Person patient) {
        return CoursePage.title(summary.course()) + " of " + patient.name();
    }

    private Optional<Person> referrer(Access access, CourseSummary summary) {
        List<Background.Referral> referrals = summary.background().referrals();
        return referrals.isEmpty()
                ? Optional.empty()
                : referrals.getLast().requester().flatMap(reference -> people.of(access, reference));
    }
}
