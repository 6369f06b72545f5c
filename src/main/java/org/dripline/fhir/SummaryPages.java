package org.dripline.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.dripline.access.Access;
import org.dripline.engine.search.Parameter;
import org.dripline.outcome.Refusal;
import org.dripline.treatment.CourseSummary;
import org.dripline.web.Content;
import org.dripline.web.PageServlet;
import org.dripline.web.clinic.CourseView;

/** The treatment summary for people: the clinic's page of the course, and the same as PDF. */
final class SummaryPages {
    private static final int SEGMENTS = 3;
    private static final Map<String, Shape> SHAPES =
            Map.of("text/html", Shape.PAGE, "html", Shape.PAGE, "application/pdf", Shape.PDF, "pdf", Shape.PDF);

    private final CourseView view;

    SummaryPages(CourseView view) {
        this.view = view;
    }

    /** What a request for a summary wants to see most; a browser names the page first. */
    static Shape asked(FhirRequest request) {
        List<String> path = request.path();
        if (path.size() != SEGMENTS || !path.getLast().equals(SummaryEndpoint.PAGED)) {
            return Shape.RESOURCE;
        }
        Optional<String> format = request.parameter(Negotiation.FORMAT);
        return Stream.of(format.or(() -> request.header("Accept")).orElse("").split(",", -1))
                .map(MediaRange::parse)
                .reduce(BinaryOperator.maxBy(comparingDouble(MediaRange::weight)))
                .map(range -> SHAPES.getOrDefault(range.type(), Shape.RESOURCE))
                .orElse(Shape.RESOURCE);
    }

    /**
     * The page or its PDF.
     *
     * @param sent what was asked, so that the page leads to its PDF
     */
    Reply reply(Shape shape, Access access, CourseSummary summary, List<Parameter> sent) {
        Content content = (shape == Shape.PAGE
                        ? view.page(access, summary, new CourseView.Links("../../../clinic/", "../../", pdf(sent)))
                        : view.pdf(access, summary))
                .orElseThrow(() -> Refusal.notFound("There is no such Patient."));
        return Reply.content(content.bytes(), content.mediaType())
                .with(PageServlet.HEADERS)
                .with("Cache-Control", "no-store");
    }

    private static String pdf(List<Parameter> sent) {
        return Stream.concat(sent.stream(), Stream.of(new Parameter(Negotiation.FORMAT, "application/pdf")))
                .map(parameter ->
                        URLEncoder.encode(parameter.name(), UTF_8) + '=' + URLEncoder.encode(parameter.value(), UTF_8))
                .collect(joining("&", "?", ""));
    }
}
