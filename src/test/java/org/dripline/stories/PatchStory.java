package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of parts of a resource (R4, http.html#patch). What the operations mean is told by {@code PatchTest}. */
class PatchStory {
    private static final String ACTIVE = "[{\"op\":\"replace\",\"path\":\"/active\",\"value\":false}]";

    private final Caller caller = new Caller();

    private String made(String id) {
        caller.put("/Patient/" + id, Bundles.patient(id)).accepted(201);
        return "/Patient/" + id;
    }

    /** "The server processes the resulting document as an update … as does the Prefer header". */
    @Test
    void answersAsAnUpdate() {
        String path = made("patch-answer");

        Answer whole = caller.patch(path, ACTIVE).accepted(200);
        Answer minimal = caller.patch(path, ACTIVE, "Prefer", "return=minimal").accepted(200);
        Answer told =
                caller.patch(path, ACTIVE, "Prefer", "return=OperationOutcome").accepted(200);

        assertThat(whole.header("ETag")).isEqualTo("W/\"2\"");
        assertThat(whole.header("Location")).isEqualTo(caller.base() + path + "/_history/2");
        assertThat(whole.text()).contains("\"active\":false", "\"versionId\":\"2\"");
        assertThat(minimal.text()).isEmpty();
        assertThat(minimal.header("ETag")).isEqualTo("W/\"3\"");
        assertThat(told.resource().resourceType()).isEqualTo("OperationOutcome");
        assertThat(caller.get(path + "/_history").entries().stream()
                        .map(entry -> entry.object("request").orElseThrow().text("method")))
                .extracting(method -> method.orElse(""))
                .containsExactly("PATCH", "PATCH", "PATCH", "PUT");
    }

    /** What the patch does not name stays, to the digit. */
    @Test
    void leavesTheRestAsItIs() {
        String before = """
                {"resourceType":"Observation","id":"patch-rest","status":"final","code":{"text":"c"},
                 "extension":[{"url":"urn:story:x","valueDecimal":0.50}],
                 "valueQuantity":{"value":1.200,"_value":{"extension":[{"url":"urn:story:y","valueString":"z"}]}}}""";
        caller.put("/Observation/patch-rest", before).accepted(201);

        Answer patched = caller.patch(
                        "/Observation/patch-rest", "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"amended\"}]")
                .accepted(200);

        assertThat(patched.text())
                .contains(
                        "\"status\":\"amended\"", "\"valueDecimal\":0.50", "\"value\":1.200,\"_value\":{\"extension\"");
        assertThat(caller.get("/Observation?status=amended&_id=patch-rest").ids())
                .containsExactly("patch-rest");
    }

    /** "Servers SHALL support conditional PATCH, which works exactly the same as specified for update". */
    @Test
    void patchesOnlyTheVersionLastSeen() {
        String path = made("patch-match");

        caller.patch(path, ACTIVE, "If-Match", "W/\"2\"").refused(412, "precondition");
        caller.patch(path, ACTIVE, "If-Match", "W/\"1\"").accepted(200);
        caller.patch(path, ACTIVE, "If-Match", "W/\"1\"").refused(412, "precondition");
        caller.patch(path, ACTIVE, "If-Match", "1").refused(400, "if-match");
        caller.patch(path, ACTIVE, "If-None-Match", "*").refused(501, "not-supported");

        assertThat(caller.get(path).header("ETag")).isEqualTo("W/\"2\"");
    }

    @Test
    void patchesNothingThatIsNotThere() {
        String path = made("patch-gone");
        caller.delete(path);

        caller.patch(path, ACTIVE).refused(410, "deleted");
        caller.patch("/Patient/patch-never", ACTIVE).refused(404, "not-found");
    }

    /** RFC 5789, 2.2: an unsupported form is 415 with Accept-Patch. */
    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/json-patch+json; charset=ISO-8859-1", "application/merge-patch+json"})
    void tellsWhichFormsItTakes(String type) {
        String path = made("patch-form-" + Integer.toHexString(type.hashCode()));

        Answer refused = caller.sendAs(type, "PATCH", path, ACTIVE.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(refused.refused(415, "patch-content-type").header("Accept-Patch"))
                .contains("application/json-patch+json", "application/fhir+json");
    }

    /** What it makes is held to the rules of any update; it has no lines of the sender's. */
    @Test
    void judgesWhatItMakes() {
        String path = made("patch-judged");

        Answer malformed = caller.patch(path, "[{\"op\":\"add\",\"path\":\"/gender\",\"value\":\"unheard-of\"}]");
        Answer dangling = caller.patch(
                path,
                "[{\"op\":\"add\",\"path\":\"/managingOrganization\",\"value\":{\"reference\":\"Organization/patch-none\"}}]");

        assertThat(malformed.accepted(400).expressions()).contains("Patient.gender");
        assertThat(malformed.text()).doesNotContain("diagnostics");
        assertThat(dangling.refused(422, "reference-absent").expressions())
                .containsExactly("Patient.managingOrganization.reference");
        assertThat(caller.get(path).header("ETag")).isEqualTo("W/\"1\"");
    }

    /** A failed test is 422 and says which operation it was. */
    @Test
    void refusesWhatDoesNotFit() {
        String path = made("patch-test");

        Answer failed = caller.patch(
                path,
                "[{\"op\":\"test\",\"path\":\"/active\",\"value\":true},{\"op\":\"test\",\"path\":\"/active\",\"value\":false},"
                        + "{\"op\":\"remove\",\"path\":\"/active\"}]");

        assertThat(failed.accepted(422).text()).contains("1");
        assertThat(failed.rules()).isNotEqualTo(List.of("defect"));
        caller.patch(path, "[{\"op\":\"replace\",\"path\":\"/id\",\"value\":\"other\"}]")
                .accepted(422);
        caller.patch(path, "{}").accepted(400);
        assertThat(caller.get(path).header("ETag")).isEqualTo("W/\"1\"");
    }

    /** Two who patch at once: both count, since each begins with what is current. */
    @Test
    void losesNoneOfTwoPatches() throws Exception {
        String path = made("patch-race");
        Thread other = new Thread(
                () -> caller.patch(path, "[{\"op\":\"add\",\"path\":\"/birthDate\",\"value\":\"1980-01-01\"}]")
                        .accepted(200));
        other.start();
        caller.patch(path, "[{\"op\":\"add\",\"path\":\"/gender\",\"value\":\"other\"}]")
                .accepted(200);
        other.join();

        assertThat(caller.get(path).text()).contains("\"birthDate\"", "\"gender\"");
        assertThat(caller.get(path).header("ETag")).isEqualTo("W/\"3\"");
    }
}
