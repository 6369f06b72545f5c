package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonWriter;
import org.dripline.document.References;
import org.dripline.engine.TestStore;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Severity;
import org.dripline.profile.BodyFormat;
import org.dripline.profile.ProfileMode;
import org.dripline.profile.ProfileValidator;
import org.dripline.profile.Verdict;
import org.dripline.treatment.ClinicViews;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A referring psychiatrist takes the summary of the documentation's worked example (operation treatment-summary). */
class TreatmentSummaryStory {
    private static final List<String> SECTIONS = List.of(
            "42349-1",
            "11450-4",
            "10160-0",
            "48765-2",
            "47519-4",
            "29549-3",
            "30954-2",
            "8716-3",
            "55109-3",
            "104605-1",
            "51848-0",
            "18776-5");

    private static final ProfileValidator VALIDATOR = ProfileValidator.load(ProfileMode.ROUTED, 1);

    @AfterAll
    static void close() {
        VALIDATOR.close();
    }

    private final Caller caller = new Caller();
    private String course = "";
    private String patient = "";

    /** As an EHR sends it: each run makes records of its own. */
    @BeforeEach
    void send() throws IOException {
        String sent = Files.readString(Path.of("fhir-profiles/examples/visits/golden-course.json"));
        JsonObject answer = caller.post("", sent).accepted(200).resource();
        for (JsonObject entry : Answer.objects(answer, "entry")) {
            String place = entry.object("response")
                    .orElseThrow()
                    .text("location")
                    .orElseThrow()
                    .replaceAll("/_history/1$", "");
            if (place.startsWith("CarePlan/")) {
                course = place;
            }
            if (place.startsWith("Patient/")) {
                patient = place;
            }
        }
    }

    private static JsonObject composition(JsonObject bundle) {
        return resources(bundle).getFirst();
    }

    private static List<JsonObject> resources(JsonObject bundle) {
        return Answer.objects(bundle, "entry").stream()
                .map(entry -> entry.object("resource").orElseThrow())
                .toList();
    }

    @Test
    void takesTheDocumentWithAllItsSections() {
        JsonObject bundle =
                caller.get("/" + course + "/$treatment-summary").accepted(200).resource();
        JsonObject composition = composition(bundle);
        assertThat(composition.resourceType()).isEqualTo("Composition");
        assertThat(Answer.objects(composition, "section"))
                .extracting(section -> Answer.objects(section.object("code").orElseThrow(), "coding")
                        .getFirst()
                        .text("code")
                        .orElseThrow())
                .containsExactlyElementsOf(SECTIONS);
        String text = new String(JsonWriter.bytes(composition), StandardCharsets.UTF_8);
        assertThat(text)
                .contains("240 mg", "0.50 mg/kg", "-33.3", "-57.1", "-81.0", "18 days after the first session")
                .contains("-42.4", "-63.6", "161/94 mmHg", "Greatest rise: 33 mmHg (infusion 1) systolic, 16 mmHg")
                .contains("Adverse events: 3; serious: 0; ongoing: 0")
                .contains("mirtazapine, since 2025-11-10", "Penicillin, criticality low");
    }

    @Test
    void isValidByOurProfilesWithoutErrorOrWarning() {
        for (String path : List.of(course, patient)) {
            JsonObject bundle =
                    caller.get("/" + path + "/$treatment-summary").accepted(200).resource();
            valid(bundle);
        }
    }

    /** So that the validity above means something. */
    @Test
    void wouldNotBeValidWithoutItsDiagnosis() {
        JsonObject bundle =
                caller.get("/" + course + "/$treatment-summary").accepted(200).resource();
        String broken =
                new String(JsonWriter.bytes(bundle), StandardCharsets.UTF_8).replace("\"11450-4\"", "\"11450-x\"");
        Verdict verdict =
                VALIDATOR.check(broken.getBytes(StandardCharsets.UTF_8), BodyFormat.JSON, TestStore.read(broken));
        assertThat(verdict.refused()).isTrue();
    }

    @Test
    void holdsEverythingThatItRefersToAndNothingElse() {
        JsonObject bundle =
                caller.get("/" + course + "/$treatment-summary").accepted(200).resource();
        Set<String> inside = new HashSet<>();
        Set<String> referred = new HashSet<>();
        for (JsonObject resource : resources(bundle)) {
            inside.add(resource.resourceType() + "/" + resource.text("id").orElseThrow());
            References.targets(resource)
                    .forEach(target -> referred.add(target.reference().replaceAll("/_history/.*", "")));
        }
        assertThat(inside).containsAll(referred);
        inside.removeAll(referred);
        assertThat(inside).singleElement().asString().startsWith("Composition/");
    }

    @Test
    void takesItAsXmlAndByPost() {
        assertThat(caller.get("/" + patient + "/$treatment-summary", "Accept", "application/fhir+xml")
                        .accepted(200)
                        .text())
                .contains("<Composition>")
                .contains("240 mg");
        String madrs = parameters("scale", "valueCode", "\"madrs\"");
        assertThat(new String(
                        JsonWriter.bytes(caller.post("/" + patient + "/$treatment-summary", madrs)
                                .accepted(200)
                                .resource()),
                        StandardCharsets.UTF_8))
                .contains("MADRS: 33 to 12 on 2026-01-23 (-63.6 %)");
    }

    private static String parameters(String name, String element, String value) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"%s\",\"%s\":%s}]}"
                .formatted(name, element, value);
    }

    @Test
    void refusesByName() {
        String path = "/" + patient + "/$treatment-summary";
        refused(path + "?scale=hamd", 400, "parameter-value", "scale");
        refused(path + "?start=yesterday", 400, "parameter-value", "start");
        refused(path + "?remission-cutoff=-1", 400, "parameter-value", "remission-cutoff");
        refused(path + "?persist=true", 400, "parameter-value", "persist");
        refused(path + "?colour=red", 400, "parameter-unknown", "remission-cutoff");
        refused(path + "?course=7", 404, "not-found", "course");
        refused("/CarePlan/none/$treatment-summary", 404, "not-found", "course");
        refused(path + "?end=2025-01-01&start=2024-01-01", 422, "summary-nothing-to-tell", "Expected", "Found");
    }

    private void refused(String path, int status, String rule, String... said) {
        assertThat(caller.get(path).refused(status, rule).text()).contains(said);
    }

    /** A dose is corrected after the summary went out: the next version says so, and the first stays as it was. */
    @Test
    void storesVersionsThatSayWhatChanged() {
        String path = "/" + course + "/$treatment-summary";
        String persist = parameters("persist", "valueBoolean", "true");
        Answer first = caller.post(path, persist).accepted(200);
        String stored = "/Bundle/" + first.id();
        JsonObject dose = resources(first.resource()).stream()
                .filter(resource -> resource.resourceType().equals("MedicationAdministration"))
                .findFirst()
                .orElseThrow();
        String corrected = new String(JsonWriter.bytes(dose), StandardCharsets.UTF_8)
                .replace("\"value\":40,", "\"value\":45,")
                .replaceAll("\"value\":0\\.50*,", "\"value\":0.5625,");
        caller.put("/MedicationAdministration/" + dose.text("id").orElseThrow(), corrected)
                .accepted(200);
        Answer second = caller.post(path, persist).accepted(200);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.header("ETag")).isEqualTo("W/\"2\"");
        assertThat(second.text()).contains(": 40 mg → 45 mg", "Dose of all sessions: 240 mg → 245 mg");
        assertThat(caller.get(stored + "/_history/1").accepted(200).text()).isEqualTo(first.text());
        assertThat(caller.get(stored).accepted(200).text()).isEqualTo(second.text());
        valid(second.resource());
        JsonObject tag = Answer.objects(second.resource().object("meta").orElseThrow(), "tag")
                .getFirst();
        String hash = tag.text("code").orElseThrow();
        assertThat(hash).isEqualTo(sha256(JsonWriter.bytes(second.resource().without("meta"))));
        assertThat(caller.get("/Bundle?_tag=" + hash).accepted(200).entries()).hasSize(1);
        assertThat(ClinicViews.rows(
                        RunningServer.get().sql(),
                        "select version, sha256 from clinic.treatment_summary where id = '" + first.id() + "'"))
                .containsExactly("2 " + hash);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static void valid(JsonObject document) {
        Verdict verdict = VALIDATOR.check(JsonWriter.bytes(document), BodyFormat.JSON, document);
        assertThat(verdict.issues())
                .filteredOn(issue -> issue.severity() != Severity.INFORMATION)
                .extracting(Issue::toString)
                .isEmpty();
    }

    @Test
    void drawsTheTrajectoryInColumns() {
        JsonObject answer = caller.get("/" + course + "/$trajectory?scale=phq9&scale=madrs")
                .accepted(200)
                .resource();
        List<JsonObject> series = Answer.objects(answer, "parameter").stream()
                .filter(parameter -> parameter.text("name").orElseThrow().equals("series"))
                .toList();
        assertThat(series)
                .extracting(each -> column(each, "kind").getFirst())
                .contains("phq9", "madrs", "systolic", "heart-rate")
                .doesNotContain("gad7");
        JsonObject phq9 = series.getFirst();
        assertThat(column(phq9, "value")).containsExactly("21", "14", "9", "4");
        assertThat(column(phq9, "moment")).containsExactly("baseline", "before-next", "follow-up", "follow-up");
        assertThat(column(phq9, "infusion")).containsExactly("1", "3", "6", "6");
        for (JsonObject each : series) {
            int length = column(each, "value").size();
            assertThat(List.of("infusion", "moment", "time", "source"))
                    .allSatisfy(name -> assertThat(column(each, name)).hasSize(length));
        }
        assertThat(column(series.get(1), "moment")).containsExactly("baseline", "plus-24h", "follow-up");
        assertThat(Answer.objects(answer, "parameter"))
                .filteredOn(parameter -> parameter.text("name").orElseThrow().equals("gap"))
                .isNotEmpty();
        valid(answer);
        assertThat(caller.get("/" + patient + "/$trajectory?scale=hamd")
                        .refused(400, "parameter-value")
                        .text())
                .contains("scale");
    }

    private static List<String> column(JsonObject series, String name) {
        return Answer.objects(series, "part").stream()
                .filter(part -> part.text("name").orElseThrow().equals(name))
                .map(part -> part.members().values().stream().toList().get(1))
                .map(value -> value instanceof Json.Text(String text)
                        ? text
                        : value instanceof Json.Numeral(String number) ? number : "-")
                .toList();
    }

    @Test
    void givesAPatientSummary() {
        JsonObject bundle =
                caller.get("/" + patient + "/$summary").accepted(200).resource();
        assertThat(Answer.objects(composition(bundle), "section"))
                .extracting(section -> Answer.objects(section.object("code").orElseThrow(), "coding")
                        .getFirst()
                        .text("code")
                        .orElseThrow())
                .startsWith("11450-4", "48765-2", "10160-0");
        valid(bundle);
        caller.post("/" + patient + "/$summary", "{\"resourceType\":\"Parameters\"}")
                .accepted(200);
        caller.get("/Patient/nobody/$summary").refused(404, "not-found");
        caller.get("/" + patient + "/$summary?x=1").refused(400, "parameter-unknown");
    }
}
