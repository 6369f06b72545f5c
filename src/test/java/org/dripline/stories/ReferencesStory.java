package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.stories.Bundles.delete;
import static org.dripline.stories.Bundles.observation;
import static org.dripline.stories.Bundles.patient;
import static org.dripline.stories.Bundles.put;
import static org.dripline.stories.Bundles.transaction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No reference leads nowhere (R4, references.html#literal and http.html#delete). */
class ReferencesStory {
    /** The server knows itself by the port it was told, and in tests that one is 0. */
    private static final String OWN = "http://localhost:0/fhir";

    private final Caller caller = new Caller();

    private String made(String id) {
        caller.put("/Patient/" + id, patient(id)).accepted(201);
        return "Patient/" + id;
    }

    private static String observed(String id, String subject) {
        return observation(subject).replaceFirst("\\{", "{\"id\":\"" + id + "\",");
    }

    @Test
    void areRefusedWhenTheyLeadNowhere() {
        String deleted = made("link-deleted");
        String there = made("link-there");
        caller.delete("/" + deleted);

        Answer absent = caller.post("/Observation", observation("Patient/link-absent"));
        Answer gone = caller.post("/Observation", observation(deleted));
        Answer version = caller.post("/Observation", observation(there + "/_history/2"));
        Answer own = caller.post("/Observation", observation(OWN + "/Patient/link-absent"));

        assertThat(absent.refused(422, "reference-absent").expressions())
                .containsExactly("Observation.subject.reference");
        assertThat(absent.text()).contains("in one transaction").doesNotContain("link-absent");
        gone.refused(422, "reference-deleted");
        version.refused(422, "reference-version");
        own.refused(422, "reference-absent");
        caller.post("/Observation", observation(there + "/_history/1")).accepted(201);
        caller.post("/Observation", observation(OWN + "/" + there)).accepted(201);
    }

    /** A deletion is a version, too, and holds nothing that could be referred to. */
    @Test
    void areRefusedWhenTheVersionIsADeletion() {
        String target = made("link-version-deleted");
        caller.delete("/" + target).accepted(204);
        made("link-version-deleted");

        Answer refused =
                caller.post("/Observation", observation(target + "/_history/2")).refused(422, "reference-deleted");

        assertThat(refused.expressions()).containsExactly("Observation.subject.reference");
        assertThat(refused.text()).contains("Version 2 of this Patient is a deletion");
        caller.post("/Observation", observation(target + "/_history/1")).accepted(201);
        caller.post("/Observation", observation(target + "/_history/3")).accepted(201);
        caller.post("/Observation", observation(target)).accepted(201);
    }

    /** Also when the same transaction restores it. */
    @Test
    void areRefusedWhenTheVersionWasADeletionBefore() {
        String target = made("link-version-restored");
        caller.delete("/" + target).accepted(204);
        String restored = Bundles.put(target, Bundles.patient("link-version-restored"));

        Answer refused = caller.post(
                        "", Bundles.transaction(restored, Bundles.post("", observation(target + "/_history/2"))))
                .refused(422, "reference-deleted");

        assertThat(refused.expressions()).containsExactly("Bundle.entry[1].resource.subject.reference");
    }

    /** What a browser would take for the same, and no search, no wall and no deletion would find. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "./Patient/odd",
                "/Patient/odd",
                "../fhir/Patient/odd",
                "Patient",
                "Patient/odd/",
                "patient/odd",
                "Patient/odd#a",
                "Patient/odd/_history",
                "Patient/%6fdd",
                OWN + "/Patient/odd#a",
                OWN + "//Patient/odd"
            })
    void areWrittenAsTypeAndId(String reference) {
        caller.put("/Patient/odd", "{\"resourceType\":\"Patient\",\"id\":\"odd\"}");

        assertThat(caller.post("/Observation", observation(reference))
                        .refused(422, "reference-form")
                        .expressions())
                .containsExactly("Observation.subject.reference");
    }

    /** Wherever it stands, and in a place that no column knows. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "Observation.extension[0].value.reference!\"extension\":[{\"url\":\"urn:x\",\"valueReference\":REF}]",
                "Observation.contained[0].subject.reference!\"hasMember\":[{\"reference\":\"#c\"}],\"contained\":[{\"resourceType\":"
                        + "\"Observation\",\"id\":\"c\",\"status\":\"final\",\"code\":{\"text\":\"c\"},\"subject\":REF}]",
                "Observation.note[0].author.reference!\"note\":[{\"text\":\"n\",\"authorReference\":REF}]",
                "Observation.identifier[0].assigner.reference!\"identifier\":[{\"value\":\"v\",\"assigner\":{\"reference\":\"Organization/"
                        + "link-absent\"}}]",
                "Observation.performer[0].extension[0].value.reference!\"performer\":[{\"display\":\"d\",\"extension\":[{\"url\":"
                        + "\"urn:x\",\"valueReference\":REF}]}]",
            })
    void areRefusedWhereverTheyStand(String expression, String member) {
        String body = "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"c\"},"
                + member.replace("REF", "{\"reference\":\"Patient/link-absent\"}") + "}";

        assertThat(caller.post("/Observation", body)
                        .refused(422, "reference-absent")
                        .expressions())
                .containsExactly(expression);
        caller.put("/Organization/link-org", "{\"resourceType\":\"Organization\",\"id\":\"link-org\",\"name\":\"o\"}");
        caller.put("/Patient/link-present", patient("link-present"));
        caller.post(
                        "/Observation",
                        body.replace("Patient/link-absent", "Patient/link-present")
                                .replace("Organization/link-absent", "Organization/link-org"))
                .accepted(201);
    }

    /** What is not here is nobody's to check: it is kept as it was written. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"reference\":\"https://other.example/fhir/Patient/link-absent\"}",
                "{\"reference\":\"urn:uuid:6b9a1b54-0c2e-4f3a-8d0c-9d5f0e7a0001\"}",
                "{\"identifier\":{\"system\":\"urn:story:number\",\"value\":\"link-absent\"}}",
                "{\"display\":\"somebody\"}",
            })
    void areKeptWhenTheyLeadElsewhere(String reference) {
        String body = observation("X").replace("{\"reference\":\"X\"}", reference);

        assertThat(caller.post("/Observation", body).accepted(201).text()).contains("\"subject\":" + reference);
    }

    @Test
    void areKeptWhenTheyLeadToATypeThatIsNotServed() {
        String body = observation("Patient/link-absent")
                .replace(
                        "\"subject\":{\"reference\":\"Patient/link-absent\"}",
                        "\"specimen\":{\"reference\":\"Specimen/1\"}");

        assertThat(caller.post("/Observation", body).accepted(201).text()).contains("Specimen/1");
    }

    /** R4 names the types that each element may refer to. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "Observation!Observation.subject!\"status\":\"final\",\"code\":{\"text\":\"c\"},\"subject\":REF",
                "Procedure!Procedure.encounter!\"status\":\"completed\",\"code\":{\"text\":\"c\"},\"subject\":{\"display\":\"d\"},"
                        + "\"encounter\":REF",
                "Patient!Patient.managingOrganization!\"managingOrganization\":REF",
            })
    void areRefusedWhenTheyLeadToAWrongType(String type, String path, String members) {
        caller.put("/Practitioner/link-wrong", "{\"resourceType\":\"Practitioner\",\"id\":\"link-wrong\"}");
        String body = "{\"resourceType\":\"" + type + "\","
                + members.replace("REF", "{\"reference\":\"Practitioner/link-wrong\"}") + "}";

        Answer refused = caller.post("/" + type, body);
        Answer own = caller.post("/" + type, body.replace("Practitioner/link-wrong", OWN + "/Practitioner/link-wrong"));
        Answer bundled = caller.post("", transaction(Bundles.post("", body)));

        assertThat(refused.status()).as(refused.text()).isIn(400, 422);
        assertThat(refused.expressions()).allSatisfy(found -> assertThat(found).startsWith(path));
        assertThat(own.status()).as(own.text()).isIn(400, 422);
        assertThat(bundled.status()).as(bundled.text()).isIn(400, 422);
        assertThat(bundled.expressions())
                .allSatisfy(found ->
                        assertThat(found).startsWith("Bundle.entry[0].resource" + path.substring(path.indexOf('.'))));
    }

    /** "If the server refuses to delete … because of referential integrity, it should return the 409". */
    @Test
    void keepWhatTheyLeadTo() {
        String target = made("link-kept");
        for (int i = 0; i < 21; i++) {
            caller.put("/Observation/link-kept-" + i, observed("link-kept-" + i, target))
                    .accepted(201);
        }

        Answer refused = caller.delete("/" + target).refused(409, "referenced");

        assertThat(refused.text().split("Observation/link-kept-", -1)).hasSize(21);
        assertThat(refused.text()).contains("and more");
        caller.get("/" + target).accepted(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"extension\":[{\"url\":\"urn:x\",\"valueReference\":REF}]",
                "\"note\":[{\"text\":\"n\",\"authorReference\":REF}]",
                "\"subject\":{\"reference\":\"Patient/%s/_history/1\"}",
                "\"hasMember\":[{\"reference\":\"#c\"}],\"contained\":[{\"resourceType\":\"Observation\",\"id\":\"c\","
                        + "\"status\":\"final\",\"code\":{\"text\":\"c\"},\"subject\":REF}]"
            })
    void keepItWhereverTheyStand(String member) {
        String id = "link-where-" + Integer.toHexString(member.hashCode());
        made(id);
        String body = "{\"resourceType\":\"Observation\",\"id\":\"" + id
                + "\",\"status\":\"final\",\"code\":{\"text\":\"c\"},"
                + member.replace("REF", "{\"reference\":\"Patient/%s\"}").formatted(id) + "}";
        caller.put("/Observation/" + id, body).accepted(201);

        assertThat(caller.delete("/Patient/" + id).refused(409, "referenced").text())
                .contains("Observation/" + id);
        caller.delete("/Observation/" + id).accepted(204);
        caller.delete("/Patient/" + id).accepted(204);
    }

    @Test
    void letGoWhenTheyAreGone() {
        String target = made("link-free");
        caller.put("/Observation/link-free", observed("link-free", target)).accepted(201);
        String elsewhere = observed("link-free", "https://other.example/fhir/Patient/x");

        caller.delete("/" + target).refused(409, "referenced");
        caller.put("/Observation/link-free", elsewhere).accepted(200);

        caller.delete("/" + target).accepted(204);
    }

    /** All together, in whatever order they stand. */
    @Test
    void goWithWhatTheyLeadTo() {
        String target = made("link-together");
        caller.put("/Observation/link-together", observed("link-together", target));
        caller.put("/Observation/link-turned", observed("link-turned", target));

        Answer refused = caller.post("", transaction(delete(target), delete("Observation/link-together")));
        Answer done = caller.post(
                "",
                transaction(
                        delete(target),
                        delete("Observation/link-together"),
                        put(
                                "Observation/link-turned",
                                observed("link-turned", "https://other.example/fhir/Location/1"))));

        assertThat(refused.refused(409, "referenced").expressions()).containsExactly("Bundle.entry[0].request.url");
        assertThat(done.accepted(200).statuses()).containsExactly("204", "204", "200");
    }

    /** To what goes in the same transaction nothing can be said any more. */
    @Test
    void areRefusedToWhatIsLeaving() {
        String target = made("link-parting");

        Answer refused = caller.post(
                "", transaction(delete(target), put("Observation/link-parting", observed("link-parting", target))));

        assertThat(refused.refused(422, "reference-deleted").expressions())
                .containsExactly("Bundle.entry[1].resource.subject.reference");
        caller.get("/" + target).accepted(200);
    }

    /** A resource may refer to itself, and go. */
    @Test
    void mayLeadToThemselves() {
        String body = """
                {"resourceType":"Observation","id":"link-self","status":"final","code":{"text":"c"},
                 "hasMember":[{"reference":"Observation/link-self"}]}""";

        caller.put("/Observation/link-self", body).accepted(201);
        caller.delete("/Observation/link-self").accepted(204);
    }
}
