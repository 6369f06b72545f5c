package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dripline.document.JsonObject;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A patient, a referring psychiatrist or another clinic takes a whole record (R4, operation Patient-everything). */
class EverythingStory {
    private final Caller caller = new Caller();
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String ada = run + "-ada";
    private final String ben = run + "-ben";

    /** Ada and Ben share a psychiatrist and a clinic; Ben held Ada's hand, and assessed her. */
    @BeforeEach
    void twoPatients() {
        put("Organization", "clinic", "\"name\":\"Clinic\"");
        put("Practitioner", "psychiatrist", "\"active\":true");
        put("Practitioner", "idle", "\"active\":true");
        for (String id : List.of("ada", "ben")) {
            put("Patient", id, "\"managingOrganization\":{\"reference\":\"Organization/" + run + "-clinic\"}");
            put(
                    "Encounter",
                    id,
                    "\"status\":\"finished\",\"class\":{\"code\":\"AMB\"}," + subject(id)
                            + ",\"period\":{\"start\":\"2026-01-05T13:00:00Z\",\"end\":\"2026-01-05T16:00:00Z\"},"
                            + "\"participant\":[{\"individual\":{\"reference\":\"Practitioner/" + run
                            + "-psychiatrist\"}}]");
        }
        put("Condition", "ada", "\"code\":{\"text\":\"depression\"}," + subject("ada"));
        put(
                "Procedure",
                "ada",
                "\"status\":\"completed\"," + subject("ada")
                        + ",\"performedDateTime\":\"2026-02-03\",\"performer\":[{\"actor\":{\"reference\":\"Patient/"
                        + ben + "\"}}]");
        put(
                "Observation",
                "ada",
                "\"status\":\"final\",\"code\":{\"text\":\"mood\"}," + subject("ada")
                        + ",\"effectiveDateTime\":\"2026\",\"performer\":[{\"reference\":\"Patient/" + ben + "\"}]");
    }

    private String subject(String id) {
        return "\"subject\":{\"reference\":\"Patient/" + run + "-" + id + "\"}";
    }

    private void put(String type, String id, String members) {
        String whole = run + "-" + id;
        String json = "{\"resourceType\":\"" + type + "\",\"id\":\"" + whole + "\"," + members + "}";
        assertThat(caller.put("/" + type + "/" + whole, json).status()).isIn(200, 201);
    }

    /** Mode, type and what follows the run in the id. */
    private List<String> shown(Answer answer) {
        return answer.accepted(200).entries().stream()
                .map(entry -> {
                    JsonObject resource = entry.object("resource").orElseThrow();
                    String mode =
                            entry.object("search").orElseThrow().text("mode").orElse("");
                    return mode + " " + resource.resourceType() + " "
                            + resource.text("id").orElse("").replace(run + "-", "");
                })
                .toList();
    }

    @Test
    void takesTheRecordAndWhatItNeedsAndNobodyElses() {
        Answer record = caller.get("/Patient/" + ada + "/$everything");
        assertThat(shown(record))
                .containsExactly(
                        "match Patient ada",
                        "match Encounter ada",
                        "match Condition ada",
                        "match Procedure ada",
                        "match Observation ada",
                        "include Organization clinic",
                        "include Practitioner psychiatrist");
        assertThat(record.resource().text("type")).contains("searchset");
        assertThat(record.resource().get("total")).hasToString("Numeral[text=7]");
        assertThat(record.link("self")).isEqualTo(caller.base() + "/Patient/" + ada + "/$everything");
        assertThat(record.entries().getFirst().text("fullUrl")).contains(caller.base() + "/Patient/" + ada);

        assertThat(shown(caller.get("/Patient/" + ben + "/$everything")))
                .containsExactly(
                        "match Patient ben",
                        "match Encounter ben",
                        "include Organization clinic",
                        "include Practitioner psychiatrist");
    }

    @Test
    void takesThePagesOneByOne() {
        List<String> whole = shown(caller.get("/Patient/" + ada + "/$everything?_format=xml"));
        List<String> met = new ArrayList<>();
        Answer page = caller.get("/Patient/" + ada + "/$everything?_count=1&_format=xml");
        while (true) {
            assertThat(page.xml()).isTrue();
            assertThat(page.entries()).hasSize(1);
            assertThat(page.resource().get("total")).isNull();
            met.addAll(shown(page));
            if (page.link("next").isEmpty()) {
                break;
            }
            assertThat(page.link("next"))
                    .startsWith(caller.base() + "/Patient/" + ada + "/$everything?_count=1&_page=");
            page = caller.follow(page.link("next"));
        }
        assertThat(met).isEqualTo(whole);
        String next = caller.get("/Patient/" + ada + "/$everything?_count=1").link("next");
        caller.follow(next.replace(ada, ben)).refused(400, "page-token");
        caller.follow(next + "x").refused(400, "page-token");
    }

    /** What is unchanged is met once; what is changed meanwhile at most once; what is new not at all. */
    @Test
    void doesNotLoseItsPlaceWhenTheRecordChanges() {
        Answer page = caller.get("/Patient/" + ada + "/$everything?_count=2");
        put("Encounter", "ada", "\"status\":\"cancelled\",\"class\":{\"code\":\"AMB\"}," + subject("ada"));
        put("Condition", "ada", "\"code\":{\"text\":\"recovered\"}," + subject("ada"));
        put("Condition", "late", "\"code\":{\"text\":\"late\"}," + subject("ada"));
        List<String> met = new ArrayList<>(shown(page));
        while (!page.link("next").isEmpty()) {
            page = caller.follow(page.link("next"));
            met.addAll(shown(page));
        }
        assertThat(met)
                .containsExactly(
                        "match Patient ada",
                        "match Encounter ada",
                        "match Procedure ada",
                        "match Observation ada",
                        "include Organization clinic");
    }

    @Test
    void takesATimeOfCare() {
        assertThat(shown(caller.get("/Patient/" + ada + "/$everything?start=2026-02-03")))
                .containsExactly(
                        "match Patient ada",
                        "match Condition ada",
                        "match Procedure ada",
                        "match Observation ada",
                        "include Organization clinic");
        assertThat(shown(caller.get("/Patient/" + ada + "/$everything?end=2026-01")))
                .contains("match Encounter ada", "match Observation ada", "include Practitioner psychiatrist")
                .doesNotContain("match Procedure ada");
        assertThat(shown(caller.get(
                        "/Patient/" + ada + "/$everything?start=2027&_type=Observation,Procedure,Encounter")))
                .isEmpty();
    }

    @Test
    void takesTypesAndWhatIsNew() {
        assertThat(shown(caller.get("/Patient/" + ada + "/$everything?_type=Practitioner,Condition&_type=Procedure")))
                .containsExactly("match Condition ada", "match Procedure ada", "include Practitioner psychiatrist");
        caller.get("/Patient/" + ada + "/$everything?_type=Practitoner").refused(400, "search-type");
        String since = caller.get("/Observation/" + run + "-ada")
                .resource()
                .object("meta")
                .orElseThrow()
                .text("lastUpdated")
                .orElseThrow();
        assertThat(shown(caller.get("/Patient/" + ada + "/$everything?_since=" + since)))
                .containsExactly("match Observation ada");
        assertThat(shown(caller.get("/Patient/" + ada + "/$everything?_since=2099-01-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void takesParametersInABody() {
        String json = """
                {"resourceType":"Parameters","parameter":[
                 {"name":"start","valueDate":"2026-02"},{"name":"end","valueDate":"2026-02-28"},
                 {"name":"_since","valueInstant":"2020-01-01T00:00:00.000+02:00"},
                 {"name":"_type","valueCode":"Procedure"},{"name":"_type","valueCode":"Observation"},
                 {"name":"_count","valueInteger":1}]}""";
        Answer first = caller.post("/Patient/" + ada + "/$everything", json);
        assertThat(shown(first)).containsExactly("match Procedure ada");
        assertThat(shown(caller.follow(first.link("next")))).containsExactly("match Observation ada");
        String xml = "<Parameters xmlns=\"http://hl7.org/fhir\"><parameter><name value=\"_type\"/>"
                + "<valueCode value=\"Patient\"/></parameter></Parameters>";
        assertThat(shown(caller.sendXml(
                        "POST", "/Patient/" + ada + "/$everything", xml.getBytes(StandardCharsets.UTF_8))))
                .containsExactly("match Patient ada");
        caller.post("/Patient/" + ada + "/$everything", json.replace("_since", "_sinse"))
                .refused(400, "search-parameter");
        caller.post("/Patient/" + ada + "/$everything", json.replace("valueInteger\":1", "valueInteger\":0"))
                .refused(400, "parameter-value");
        caller.post("/Patient/" + ada + "/$everything", json.replace("valueInteger", "valueDecimal"))
                .refused(400, "parameter-value");
        caller.post("/Patient/" + ada + "/$everything", "{\"resourceType\":\"Patient\"}")
                .refused(400, "resource-type");
    }

    @Test
    void leavesOutWhatIsDeleted() {
        caller.delete("/Condition/" + run + "-ada").accepted(204);
        assertThat(shown(caller.get("/Patient/" + ada + "/$everything")))
                .hasSize(6)
                .doesNotContain("match Condition ada");
        put("Patient", "gone", "\"active\":true");
        caller.delete("/Patient/" + run + "-gone").accepted(204);
        caller.get("/Patient/" + run + "-gone/$everything").refused(410, "deleted");
        caller.get("/Patient/" + run + "-never/$everything").refused(404, "not-found");
        caller.get("/Patient/" + ada + "/$everything?_sort=date").refused(400, "search-parameter");
    }

    @Test
    void takesTheRecordsOfAllPatientsEachResourceOnce() {
        List<String> met = new ArrayList<>();
        Answer page = caller.get("/Patient/$everything?_count=500&_type=Patient,Procedure,Practitioner");
        met.addAll(shown(page));
        while (!page.link("next").isEmpty()) {
            page = caller.follow(page.link("next"));
            met.addAll(shown(page));
        }
        assertThat(met)
                .doesNotHaveDuplicates()
                .contains(
                        "match Patient ada",
                        "match Patient ben",
                        "match Procedure ada",
                        "include Practitioner psychiatrist")
                .doesNotContain("include Practitioner idle");
    }

    /** With HAPI's client, as an integration tester would; and the scales come with their questions. */
    @Test
    void takesAWholeVisit() throws IOException {
        String visit = Files.readString(Path.of("fhir-profiles/examples/visits/golden-visit.json"));
        List<String> written = Answer.objects(
                        caller.post("", visit).accepted(200).resource(), "entry")
                .stream()
                .map(entry ->
                        entry.object("response").orElseThrow().text("location").orElseThrow())
                .map(location -> location.replaceAll("^.*?([A-Z]\\w+/[^/]+)/_history/.*$", "$1"))
                .toList();
        String patient = written.stream()
                .filter(place -> place.startsWith("Patient/"))
                .findFirst()
                .orElseThrow();
        Bundle record = FhirContext.forR4Cached()
                .newRestfulGenericClient(caller.base())
                .operation()
                .onInstance(patient)
                .named("$everything")
                .withParameter(Parameters.class, "start", new DateType("1900"))
                .returnResourceType(Bundle.class)
                .execute();
        List<String> shown = record.getEntry().stream()
                .map(entry -> entry.getResource().fhirType() + "/"
                        + entry.getResource().getIdElement().getIdPart())
                .toList();
        // The clinic's roles, and a room, are named by nothing of the patient's.
        assertThat(shown)
                .doesNotHaveDuplicates()
                .containsAll(written.stream()
                        .filter(place -> !place.matches("(Location|PractitionerRole)/.*"))
                        .toList());
        assertThat(shown.stream().filter(place -> !written.contains(place)))
                .isNotEmpty()
                .allMatch(place -> place.startsWith("Questionnaire/"));
    }
}
