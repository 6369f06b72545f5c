package org.dripline.web.clinic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dripline.access.Access;
import org.dripline.treatment.Course;
import org.dripline.treatment.CourseSummaries;
import org.dripline.treatment.CourseSummary;
import org.dripline.treatment.Question;
import org.dripline.web.Content;
import org.dripline.web.Html;
import org.dripline.web.Page;
import org.dripline.web.Table;

/** All pages of the clinic by their paths, below the folder that they are served in. */
public final class ClinicPages {
    static final String TITLE = "Dripline clinic";

    private static final String PATIENTS = "patients/";
    private static final String COURSES = "courses/";
    private static final String PDF = ".pdf";

    private final CourseSummaries summaries;
    private final People people;
    private final OverviewPage overview;
    private final CourseView view;
    private final Access access;

    ClinicPages(CourseSummaries summaries, People people, OverviewPage overview, CourseView view, Access access) {
        this.summaries = summaries;
        this.people = people;
        this.overview = overview;
        this.view = view;
        this.access = access;
    }

    /**
     * A page or a file of the pages; empty when there is none.
     *
     * @param parameters of the query, each once
     */
    Optional<Content> find(String path, Map<String, String> parameters) {
        if (path.isEmpty()) {
            return Optional.of(new Page(TITLE, TITLE, true, "", overview.body(access)).content());
        }
        if (path.equals(PATIENTS)) {
            return Optional.of(patients(parameters.getOrDefault("name", "")));
        }
        if (path.startsWith(PATIENTS)) {
            return patient(path.substring(PATIENTS.length()));
        }
        if (path.startsWith(COURSES)) {
            String id = path.substring(COURSES.length());
            return id.endsWith(PDF) ? pdf(id.substring(0, id.length() - PDF.length())) : course(id);
        }
        return ClinicFiles.find(path);
    }

    private Content patients(String name) {
        List<Person> found = people.named(access, name);
        Table table = new Table("Patients", "Name", "Born", "Identifiers");
        found.forEach(person -> table.row(
                Html.link(person.id(), person.name()),
                Html.text(person.born().orElse("–")),
                Html.text(String.join(", ", person.identifiers()))));
        return page(
                "Patients",
                "../",
                List.of(
                        OverviewPage.form("./", name),
                        table.isEmpty() ? Html.element("p", "No patient of that name.") : table.html()));
    }

    private Optional<Content> patient(String id) {
        return people.patient(access, id).map(person -> {
            Table table = new Table("Courses", "Course", "Phase", "Status", "From", "Until");
            for (Course course : summaries.courses(access.scope(), id)) {
                table.row(
                        Html.link("../courses/" + course.record().id(), CoursePage.title(course)),
                        Html.text(course.phase().orElse("–")),
                        Html.text(course.status().orElse("–")),
                        Html.text(course.start().map(CoursePage.DAY::format).orElse("–")),
                        Html.text(course.end().map(CoursePage.DAY::format).orElse("–")));
            }
            return page(
                    person.name(),
                    "../",
                    List.of(
                            Html.element("p", person.line()),
                            table.isEmpty() ? Html.element("p", "No course on file.") : table.html(),
                            Html.element(
                                    "p",
                                    Html.link("../../fhir/Patient/" + id + Figures.READABLE, "The Patient resource"))));
        });
    }

    private Optional<Content> course(String id) {
        return summary(id)
                .flatMap(summary -> view.page(access, summary, new CourseView.Links("../", "../../fhir/", id + PDF)));
    }

    private Optional<Content> pdf(String id) {
        return summary(id).flatMap(summary -> view.pdf(access, summary));
    }

    private Optional<CourseSummary> summary(String id) {
        return summaries.ofCourse(access.scope(), id, Question.DEFAULT);
    }

    private static Content page(String title, String root, List<Html> body) {
        return new Page(title, TITLE, false, root, body).content();
    }
}
