package org.dripline.fhir;

import java.io.IOException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.dripline.access.Access;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.JsonWriter;
import org.dripline.document.Limits;
import org.dripline.engine.search.Parameter;
import org.dripline.engine.store.ResourceStore;
import org.dripline.engine.store.StoredVersion;
import org.dripline.engine.store.Write;
import org.dripline.operation.PatientDocument;
import org.dripline.operation.SummaryDocument;
import org.dripline.operation.TrajectoryParameters;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.dripline.treatment.ClinicSnapshot;
import org.dripline.treatment.CourseSummaries;
import org.dripline.treatment.CourseSummary;
import org.dripline.treatment.Question;
import org.dripline.treatment.Trajectory;
import org.dripline.web.clinic.CourseView;

/**
 * Answers the operations that tell of a course: {@code $treatment-summary} and {@code $trajectory}, and
 * {@code $summary} of a patient. What is computed and the records told of are of one snapshot.
 */
final class SummaryEndpoint {
    private static final String SUMMARY = "treatment-summary";

    /** The one that has a page. */
    static final String PAGED = '$' + SUMMARY;

    private static final String TRAJECTORY = "trajectory";
    private static final String PATIENT = "summary";
    private static final Map<String, List<String>> OPERATIONS =
            Map.of("CarePlan", List.of(SUMMARY, TRAJECTORY), "Patient", List.of(SUMMARY, TRAJECTORY, PATIENT));
    private static final Map<String, Set<String>> PARAMETERS = Map.of(
            SUMMARY,
            Set.of("course", "start", "end", "scale", "remission-cutoff", "persist"),
            TRAJECTORY,
            Set.of("course", "start", "end", "scale"));

    /** Writers of the same document that come between are told apart by its version. */
    private static final int ATTEMPTS = 4;

    /** What the operations tell of, and as of when. */
    record Clinic(CourseSummaries summaries, ClinicSnapshot snapshot, Clock clock, CourseView view) {}

    private final Clinic clinic;
    private final ResourceStore store;
    private final ResourceBody.Reader bodies;
    private final SummaryPages pages;

    SummaryEndpoint(Clinic clinic, ResourceStore store, ResourceBody.Reader bodies) {
        this.clinic = clinic;
        this.store = store;
        this.bodies = bodies;
        this.pages = new SummaryPages(clinic.view());
    }

    /** The names of the operations on one resource of a type. */
    static List<String> operations(String type) {
        return OPERATIONS.getOrDefault(type, List.of());
    }

    /** Whether a segment of a path, such as {@code $treatment-summary}, is one of them. */
    static boolean serves(String type, String segment) {
        return segment.startsWith("$") && operations(type).contains(segment.substring(1));
    }

    Reply answer(Exchange exchange, Interaction.Summary asked) throws IOException {
        String operation = asked.operation().substring(1);
        List<Parameter> sent =
                new ArrayList<>(Router.ofSearch(exchange.request().parameters()));
        if (asked.form()) {
            sent.addAll(SummaryParameters.sent(bodies.read(exchange).resource()));
        }
        Set<String> known = PARAMETERS.getOrDefault(operation, Set.of());
        SummaryParameters parameters = operation.equals(TRAJECTORY)
                ? SummaryParameters.ofTrajectory(sent, known)
                : SummaryParameters.of(sent, known);
        if (parameters.persist() && !asked.form()) {
            throw Refusal.invalid("parameter-value", "The parameter persist=true changes the server; send it by POST.");
        }
        if (operation.equals(TRAJECTORY)) {
            return trajectory(exchange.access(), asked, parameters);
        }
        if (operation.equals(PATIENT)) {
            return clinic.snapshot().of(() -> patient(exchange, asked.id()));
        }
        Shape shape = exchange.negotiation().shape();
        if (shape != Shape.RESOURCE) {
            if (parameters.persist()) {
                throw Refusal.invalid(
                        "parameter-value",
                        "The parameter persist=true is answered by the stored Bundle; send it with Accept:"
                                + " application/fhir+json or application/fhir+xml.");
            }
            return clinic.snapshot()
                    .of(() -> pages.reply(shape, exchange.access(), telling(exchange, asked, parameters), sent));
        }
        CourseDocument found = clinic.snapshot().of(() -> summary(exchange, asked, parameters));
        return parameters.persist()
                ? persisted(exchange, found)
                : Reply.json(200, JsonWriter.bytes(found.document().bundle()));
    }

    private record CourseDocument(String id, SummaryDocument document) {}

    private CourseDocument summary(Exchange exchange, Interaction.Summary asked, SummaryParameters parameters) {
        CourseSummary summary = telling(exchange, asked, parameters);
        String patientId = summary.course().patientId();
        return new CourseDocument(
                SummaryDocument.id(summary),
                new SummaryDocument(summary, exchange.base(), now(), records(exchange, patientId)));
    }

    private CourseSummary telling(Exchange exchange, Interaction.Summary asked, SummaryParameters parameters) {
        CourseSummary summary = find(exchange.access(), asked, parameters);
        if (!summary.tells()) {
            throw nothingToTell();
        }
        return summary;
    }

    private ZonedDateTime now() {
        return clinic.clock()
                .instant()
                .truncatedTo(ChronoUnit.SECONDS)
                .atZone(clinic.summaries().zone());
    }

    /** Stores it as a Bundle, whose versions are those of the document. */
    private Reply persisted(Exchange exchange, CourseDocument found) {
        for (int attempt = 1; ; attempt++) {
            Optional<StoredVersion> before = store.read(exchange.access(), "Bundle", found.id());
            JsonObject bundle = found.document()
                    .stored(before.filter(version -> !version.deleted())
                            .map(version -> JsonReader.read(version.content(), Limits.OWN)));
            OptionalLong expected =
                    before.map(version -> OptionalLong.of(version.version())).orElse(OptionalLong.empty());
            try {
                StoredVersion written = store.write(
                                exchange.access(),
                                List.of(new Write.Update("Bundle", found.id(), bundle, expected, List.of())))
                        .getFirst()
                        .findVersion()
                        .orElseThrow();
                return Reply.version(200, written)
                        .with("Location", exchange.base() + "/Bundle/" + found.id() + "/_history/" + written.version());
            } catch (Refusal refusal) {
                if (refusal.status() != 412 || attempt == ATTEMPTS) {
                    throw refusal;
                }
            }
        }
    }

    private Reply trajectory(Access access, Interaction.Summary asked, SummaryParameters parameters) {
        Trajectory trajectory = Trajectory.of(
                find(access, asked, parameters), clinic.summaries().cutOffs());
        return Reply.json(200, JsonWriter.bytes(TrajectoryParameters.of(trajectory, parameters.scales())));
    }

    private Reply patient(Exchange exchange, String id) {
        PatientDocument document = new PatientDocument(
                id,
                clinic.summaries().background(exchange.access().scope(), id),
                clinic.summaries().ofPatient(exchange.access().scope(), id, Optional.empty(), Question.DEFAULT),
                exchange.base(),
                now(),
                exchange.access().scope().admits(id) ? records(exchange, id) : references -> List.of());
        return document.bundle()
                .map(bundle -> Reply.json(200, JsonWriter.bytes(bundle)))
                .orElseThrow(() -> Refusal.notFound("There is no such Patient."));
    }

    private CourseSummary find(Access access, Interaction.Summary asked, SummaryParameters parameters) {
        Optional<CourseSummary> found = asked.type().equals("CarePlan")
                ? clinic.summaries()
                        .ofCourse(access.scope(), asked.id(), parameters.question())
                        .filter(summary -> parameters
                                .course()
                                .map(course -> isNamed(summary, course))
                                .orElse(true))
                : clinic.summaries().ofPatient(access.scope(), asked.id(), parameters.course(), parameters.question());
        return found.orElseThrow(() -> Refusal.notFound("There is no such treatment course: a CarePlan of category"
                + " treatment-course, or with a course-number."));
    }

    private static boolean isNamed(CourseSummary summary, String course) {
        return summary.course().record().id().equals(course)
                || summary.course()
                        .number()
                        .map(String::valueOf)
                        .filter(course::equals)
                        .isPresent();
    }

    /** Only this patient's records and those of nobody, such as a Practitioner, whoever asks. */
    private Function<Set<String>, List<JsonObject>> records(Exchange exchange, String patientId) {
        Access ofPatient = Access.ofPatient(exchange.access().author(), patientId);
        return references -> store.readAll(ofPatient, references).stream()
                .map(version -> JsonReader.read(version.content(), Limits.OWN))
                .toList();
    }

    private static Refusal nothingToTell() {
        return Refusal.of(
                422,
                Issue.error(
                                "business-rule",
                                "summary-nothing-to-tell",
                                "Expected: a completed session or a score of the course within the days asked for. Found:"
                                        + " neither. Record a Procedure that is basedOn this CarePlan and completed, or the"
                                        + " total of a scale, or ask for other days.")
                        .at("CarePlan"));
    }
}
