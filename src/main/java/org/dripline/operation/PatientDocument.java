package org.dripline.operation;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dripline.document.JsonObject;
import org.dripline.treatment.Background;
import org.dripline.treatment.CourseSummary;
import org.dripline.treatment.RecordVersion;

/**
 * A patient summary in the shape of the International Patient Summary: problems, allergies and medication always, and the
 * newest course's sessions and scores when there is one. It claims no profile of IPS, which this server does not hold.
 */
public final class PatientDocument {
    private static final String TITLE = "Patient summary";

    private final String patientId;
    private final Background background;
    private final Optional<CourseSummary> newest;
    private final String base;
    private final ZonedDateTime now;
    private final Records records;
    private final List<JsonObject> responses;

    /**
     * @param newest the summary of the newest course
     * @param base the URL under which the records are found
     * @param now in the clinic's zone
     * @param fetch gives the current documents of references such as Observation/12, as far as they are there
     */
    public PatientDocument(
            String patientId,
            Background background,
            Optional<CourseSummary> newest,
            String base,
            ZonedDateTime now,
            Function<Set<String>, List<JsonObject>> fetch) {
        this.patientId = patientId;
        this.background = background;
        this.newest = newest;
        this.base = base;
        this.now = now;
        Set<String> wanted = new TreeSet<>();
        wanted.add("Patient/" + patientId);
        records(background).map(RecordVersion::reference).forEach(wanted::add);
        newest.ifPresent(summary ->
                summary.records().stream().map(RecordVersion::reference).forEach(wanted::add));
        this.records = new Records(wanted, fetch);
        this.responses =
                newest.map(summary -> ResponseObservations.of(summary, records)).orElse(List.of());
    }

    private static Stream<RecordVersion> records(Background background) {
        return Stream.of(
                        background.diagnoses().stream().map(Background.Diagnosis::record),
                        background.problems().stream().map(Background.Problem::record),
                        background.medications().stream().map(Background.Medication::record),
                        background.allergies().stream().map(Background.Allergy::record))
                .flatMap(each -> each);
    }

    /** The document; empty when there is no such patient. */
    public Optional<JsonObject> bundle() {
        return records.has("Patient/" + patientId)
                ? Optional.of(
                        new Document(id(), base, now.toInstant(), List.of()).bundle(composition(), responses, records))
                : Optional.empty();
    }

    private String id() {
        return Ids.of("patient-summary", patientId);
    }

    private JsonObject composition() {
        BackgroundSections known = new BackgroundSections(background, records);
        List<Section> sections = new ArrayList<>(List.of(known.problems(), known.allergies(), known.medications()));
        newest.ifPresent(summary -> {
            TreatmentSections treatment = new TreatmentSections(summary, records, responses, now.toLocalDate());
            sections.addAll(List.of(treatment.infusions(), treatment.results(), treatment.alerts(), treatment.plan()));
        });
        Set<String> shown = new TreeSet<>();
        sections.forEach(section -> shown.addAll(section.entries()));
        List<JsonObject> detail = records.all()
                .map(Records::reference)
                .filter(reference -> !shown.contains(reference))
                .map(Part::referenceTo)
                .toList();
        return Part.resource("Composition", id())
                .put(
                        "text",
                        Narrative.of(TITLE + " of " + records.name("Patient/" + patientId) + ", " + now.toInstant()
                                        + ".")
                                .part())
                .text("status", "final")
                .put("type", Part.concept(Codes.LOINC, "60591-5"))
                .reference("subject", "Patient/" + patientId)
                .text("date", now.toInstant().toString())
                .list("author", List.of(Part.referenceTo(Records.reference(Author.device()))))
                .text("title", TITLE)
                .list("event", new Part().list("detail", detail))
                .list("section", sections.stream().map(Section::json).toList())
                .json();
    }
}
