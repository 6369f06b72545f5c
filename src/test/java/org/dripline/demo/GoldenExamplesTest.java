package org.dripline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.JsonWriter;
import org.dripline.document.Limits;
import org.dripline.document.References;
import org.dripline.outcome.Issue;
import org.dripline.profile.BodyFormat;
import org.dripline.profile.ProfileMode;
import org.dripline.profile.ProfileValidator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The published visits are patients of the demo as an EHR would send them: one transaction that creates everything. To
 * write them anew, run this test with {@code -Dwrite-examples}.
 */
class GoldenExamplesTest {
    private static final Path VISITS = Path.of("fhir-profiles/examples/visits");
    private static final LocalDate DAY_AFTER_FIRST_INFUSION = LocalDate.of(2026, 1, 6);
    private static final LocalDate AFTER_THE_COURSE = LocalDate.of(2026, 3, 1);
    private static final LocalDate FIRST_SESSION = LocalDate.of(2026, 2, 2);
    private static final ProfileValidator VALIDATOR = ProfileValidator.load(ProfileMode.ROUTED, 1);

    @AfterAll
    static void close() {
        VALIDATOR.close();
    }

    @Test
    void publishesTheFirstInfusion() throws IOException {
        JsonObject visit = published("golden-visit.json", transaction(golden(DAY_AFTER_FIRST_INFUSION)));
        assertThat(types(visit)).containsEntry("Procedure", 1).containsEntry("QuestionnaireResponse", 2);
        assertThat(refusals(visit)).isEmpty();
    }

    @Test
    void publishesTheWholeCourse() throws IOException {
        JsonObject course = published("golden-course.json", transaction(golden(AFTER_THE_COURSE)));
        assertThat(types(course))
                .containsEntry("Procedure", 6)
                .containsEntry("MedicationAdministration", 6)
                .containsEntry("AdverseEvent", 3)
                .containsEntry("AllergyIntolerance", 1)
                .containsEntry("MedicationStatement", 4)
                .containsEntry("QuestionnaireResponse", 6);
        assertThat(refusals(course)).isEmpty();
    }

    @Test
    void publishesATotalThatIsRefused() throws IOException {
        JsonObject response = resources(golden(DAY_AFTER_FIRST_INFUSION))
                .filter(resource -> id(resource).equals("QuestionnaireResponse/demo-golden-phq9-1"))
                .findFirst()
                .orElseThrow();
        JsonObject wrong = published("phq9-wrong-total.json", withTotal(alone(response), 12));
        assertThat(refusals(wrong)).containsExactly("ki-phq9-total");
        assertThat(refusals(withTotal(wrong, 21))).isEmpty();
    }

    /** Each as far as it had come so many days after the first session, or before it. */
    @ParameterizedTest
    @CsvSource({
        "stopped-infusion.json,    stopped,    4",
        "esketamine-course.json,   esketamine, 30",
        "referral.json,            referred,   -25",
        "item-9-flag.json,         referred,   -15",
        "eligibility-refusal.json, refused,    1"
    })
    void publishesTheStory(String file, String patient, int days) throws IOException {
        Scenario scenario = Scenarios.ALL.stream()
                .filter(each -> each.name().equals(patient))
                .findFirst()
                .orElseThrow();
        LocalDate today = FIRST_SESSION.plusDays(days);
        JsonObject record = new PatientRecord(scenario, FIRST_SESSION, today).bundle();
        assertThat(refusals(published(file, transaction(Stream.of(Clinic.bundle(), record)))))
                .isEmpty();
    }

    /** The file of that name, which must say what {@code expected} says. */
    private static JsonObject published(String name, JsonObject expected) throws IOException {
        Path file = VISITS.resolve(name);
        if (System.getProperty("write-examples") != null) {
            Files.createDirectories(VISITS);
            Files.writeString(file, new String(JsonWriter.pretty(expected), StandardCharsets.UTF_8) + "\n");
        }
        JsonObject found = JsonReader.read(Files.readAllBytes(file), Limits.DEFAULT);
        assertThat(found).isEqualTo(expected);
        return found;
    }

    private static Stream<JsonObject> golden(LocalDate today) {
        return Stream.of(Clinic.bundle(), new PatientRecord(Scenarios.ALL.getFirst(), today).bundle());
    }

    /** The same records as creations that refer to each other by {@code fullUrl}. */
    private static JsonObject transaction(Stream<JsonObject> bundles) {
        List<JsonObject> resources = resources(bundles).toList();
        Map<String, String> urls = new HashMap<>();
        resources.forEach(resource -> urls.put(id(resource), fullUrl(id(resource))));
        List<Json> entries = new ArrayList<>();
        for (JsonObject resource : resources) {
            JsonObject linked = References.rewrite(resource, link -> urls.getOrDefault(link, link));
            entries.add(new Body()
                    .text("fullUrl", fullUrl(id(resource)))
                    .put("resource", linked.without("id"))
                    .put(
                            "request",
                            new Body()
                                    .text("method", "POST")
                                    .text("url", resource.resourceType())
                                    .json())
                    .json());
        }
        return Body.resource("Bundle", "golden")
                .text("type", "transaction")
                .list("entry", entries.toArray(Json[]::new))
                .json()
                .without("id");
    }

    /** Without id and without what it refers to but its patient: a body for a POST. */
    private static JsonObject alone(JsonObject response) {
        return response.without("id").without("basedOn").without("source");
    }

    private static JsonObject withTotal(JsonObject response, int total) {
        List<Json> items = new ArrayList<>(response.items("item"));
        JsonObject last = (JsonObject) items.removeLast();
        items.add(last.with(
                "answer",
                new Json.Array(List.of(
                        new Body().put("valueDecimal", Body.number(total)).json()))));
        return response.with("item", new Json.Array(items));
    }

    private static List<String> refusals(JsonObject body) {
        Stream<JsonObject> resources = body.resourceType().equals("Bundle")
                ? Stream.concat(Stream.of(body), resources(Stream.of(body)))
                : Stream.of(body);
        return resources
                .flatMap(resource ->
                        VALIDATOR.check(JsonWriter.bytes(resource), BodyFormat.JSON, resource).issues().stream())
                .filter(issue -> issue.severity().refuses())
                .map(Issue::rule)
                .toList();
    }

    private static Stream<JsonObject> resources(Stream<JsonObject> bundles) {
        return bundles.flatMap(bundle -> bundle.items("entry").stream())
                .map(entry -> ((JsonObject) entry).object("resource").orElseThrow());
    }

    private static Map<String, Integer> types(JsonObject bundle) {
        Map<String, Integer> types = new HashMap<>();
        resources(Stream.of(bundle)).forEach(resource -> types.merge(resource.resourceType(), 1, Integer::sum));
        return types;
    }

    private static String id(JsonObject resource) {
        return resource.resourceType() + "/" + resource.text("id").orElseThrow();
    }

    private static String fullUrl(String id) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
    }
}
