package org.dripline.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dripline.document.Json;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.dripline.outcome.Issue;
import org.hl7.fhir.r5.model.StructureDefinition;

/** Bodies for tests, and one validator for all of them: loading it takes seconds. */
final class Bodies {
    private static final ProfileValidator VALIDATOR = ProfileValidator.load(ProfileMode.ROUTED, 2);

    /** A nasal or intravenous dose as an EHR would send it: no profile, no encounter, no procedure. */
    static final String PLAIN_ADMINISTRATION = """
            {"resourceType": "MedicationAdministration",
             "status": "completed",
             "medicationCodeableConcept": {"coding": [
               {"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "6130"}]},
             "subject": {"reference": "Patient/p1"},
             "effectivePeriod": {"start": "2026-01-05T14:00:00Z", "end": "2026-01-05T14:40:00Z"},
             "dosage": {
               "extension": [
                 {"url": "https://fhir.dripline.example/StructureDefinition/dose-per-kg", "valueQuantity":
                   {"value": 0.5, "system": "http://unitsofmeasure.org", "code": "mg/kg"}},
                 {"url": "https://fhir.dripline.example/StructureDefinition/dosing-weight", "valueQuantity":
                   {"value": 80, "system": "http://unitsofmeasure.org", "code": "kg"}}],
               "dose": {"value": 40, "system": "http://unitsofmeasure.org", "code": "mg"}}}
            """;

    private Bodies() {}

    static ProfileValidator validator(ProfileMode mode) {
        return VALIDATOR.as(mode);
    }

    static Verdict check(ProfileMode mode, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return validator(mode).check(body, BodyFormat.JSON, JsonReader.read(body, Limits.DEFAULT));
    }

    static Verdict check(String json) {
        return check(ProfileMode.ROUTED, json);
    }

    /** The errors of the reference validator alone, before anybody judges them, of a body and what it claims. */
    static List<String> referenceErrors(String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        List<StructureDefinition> claimed = JsonReader.read(body, Limits.DEFAULT).object("meta").stream()
                .flatMap(meta -> meta.items("profile").stream())
                .map(claim -> ((Json.Text) claim).value())
                .map(claim -> VALIDATOR.conformance().profile(claim).orElseThrow())
                .toList();
        try {
            return new ReferenceValidator(VALIDATOR.conformance().context())
                    .run(body, BodyFormat.JSON, claimed).stream()
                            .filter(Finding::error)
                            .map(finding -> finding.location() + ": " + finding.message())
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A published example, such as {@code failing/phq-9-total-contradicts}. */
    static String example(String name) {
        try {
            return Files.readString(Path.of("fhir-profiles/examples", name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An example as it would look from a sender who knows no profiles. */
    static String unclaimed(String name) {
        return example(name).replaceFirst("(?s)\"meta\": \\{.*?\\]\\s*\\},", "");
    }

    static List<String> errors(Verdict verdict) {
        return verdict.issues().stream()
                .filter(issue -> issue.severity().refuses())
                .map(Issue::rule)
                .toList();
    }

    static Issue issue(Verdict verdict, String rule) {
        return verdict.issues().stream()
                .filter(each -> each.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError(rule + " not in " + verdict.issues()));
    }
}
