package org.dripline.operation;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonWriter;
import org.dripline.treatment.CourseSummary;
import org.dripline.treatment.Finding;
import org.dripline.treatment.RecordVersion;
import org.dripline.treatment.Software;

/** The treatment summary as a document Bundle of our profile treatment-summary-bundle. */
public final class SummaryDocument {
    /** System of the tag that holds a stored document's sha-256. */
    public static final String HASH = "https://fhir.dripline.example/NamingSystem/document-sha-256";

    /** The sections before it tell of the patient, not of days. */
    private static final int FIRST_LIMITED = 4;

    private static final String TITLE = "Ketamine treatment summary";

    private final CourseSummary summary;
    private final String base;
    private final ZonedDateTime now;
    private final Records records;
    private final List<Finding> findings;
    private final List<JsonObject> responses;

    /**
     * @param base the URL under which the records are found
     * @param now in the clinic's zone
     * @param fetch gives the current documents of references such as Observation/12, as far as they are there
     */
    public SummaryDocument(
            CourseSummary summary, String base, ZonedDateTime now, Function<Set<String>, List<JsonObject>> fetch) {
        this.summary = summary;
        this.base = base;
        this.now = now;
        Set<String> wanted = new TreeSet<>();
        summary.records().stream().map(RecordVersion::reference).forEach(wanted::add);
        wanted.add(patient());
        this.records = new Records(wanted, fetch);
        this.findings = summary.findings();
        this.responses = ResponseObservations.of(summary, records);
    }

    /** The id under which the document of that course and question is stored: the same each time. */
    public static String id(CourseSummary summary) {
        return Ids.of(
                "summary",
                summary.course().record().reference(),
                summary.question().toString());
    }

    private Document document() {
        return new Document(id(summary), base, now.toInstant(), List.of(Codes.PROFILE + "treatment-summary-bundle"));
    }

    private JsonObject bundle(List<String> changes) {
        return document().bundle(composition(changes), responses, records);
    }

    public JsonObject bundle() {
        return bundle(List.of());
    }

    /**
     * The document as it is stored: tagged with the sha-256 of the JSON that it has without {@code meta}, and telling what
     * changed since the one stored before.
     */
    public JsonObject stored(Optional<JsonObject> before) {
        JsonObject bundle =
                bundle(before.map(old -> Changes.since(old, findings)).orElse(List.of()));
        String hash = Ids.sha256(JsonWriter.bytes(bundle.without("meta")));
        return bundle.with(
                "meta", document().meta(List.of(Part.coding(HASH, hash).json())));
    }

    private String patient() {
        return "Patient/" + summary.course().patientId();
    }

    private JsonObject composition(List<String> changes) {
        List<Section> sections = sections(changes);
        Set<String> shown = new LinkedHashSet<>();
        sections.forEach(section -> shown.addAll(section.entries()));
        List<JsonObject> detail = Stream.concat(
                        Stream.of(patient()), summary.records().stream().map(RecordVersion::reference))
                .filter(reference -> !shown.contains(reference) && records.has(reference))
                .map(Part::referenceTo)
                .toList();
        return Part.resource("Composition", id(summary))
                .put(
                        "meta",
                        new Part().list("profile", List.of(Json.of(Codes.PROFILE + "treatment-summary-composition"))))
                .put("text", headline(changes).part())
                .list("extension", Figures.of(findings, records))
                .text("status", "final")
                .put("type", Part.concept(Codes.LOINC, "34133-9"))
                .reference("subject", patient())
                .text("date", now.toInstant().toString())
                .list("author", List.of(Part.referenceTo(Records.reference(Author.device()))))
                .text("title", TITLE)
                .list("event", new Part().list("detail", detail))
                .list("section", sections.stream().map(Section::json).toList())
                .json();
    }

    private Narrative headline(List<String> changes) {
        Narrative text = Narrative.of(
                TITLE + " of " + records.name(patient()) + ".",
                Sentences.response(summary.scale()),
                "Generated from " + summary.records().size() + " records on " + now.toInstant() + " by "
                        + Software.TITLE + ".");
        summary.question().limits().ifPresent(limits -> text.begin(limits + "."));
        return changes.isEmpty() ? text : text.say("What changed:").list(changes);
    }

    private List<Section> sections(List<String> changes) {
        BackgroundSections background = new BackgroundSections(summary.background(), records);
        TreatmentSections treatment = new TreatmentSections(summary, records, responses, now.toLocalDate());
        List<Section> all = new ArrayList<>(List.of(
                background.referral(),
                background.problems(),
                background.medications(),
                background.allergies(),
                treatment.infusions(),
                treatment.administered(),
                treatment.results(),
                treatment.vitals(),
                treatment.complications(),
                treatment.alerts(),
                treatment.assessment(),
                treatment.plan()));
        summary.question()
                .limits()
                .ifPresent(limits -> all.subList(FIRST_LIMITED, all.size())
                        .forEach(section -> section.narrative().begin(limits + ".")));
        if (!changes.isEmpty()) {
            all.add(new Section(
                    Codes.LOCAL,
                    "summary-changes",
                    "What changed since the version before",
                    new Narrative().list(changes),
                    List.of(),
                    ""));
        }
        return all;
    }
}
