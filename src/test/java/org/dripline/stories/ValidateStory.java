package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.XmlWriter;
import org.dripline.engine.TestStore;
import org.junit.jupiter.api.Test;

/** Asking whether a resource would be accepted (R4, resource-operation-validate.html). */
class ValidateStory {
    private static final String PHQ_9 = "/QuestionnaireResponse/$validate";
    private static final String PROFILE =
            "https://fhir.dripline.example/StructureDefinition/mood-questionnaire-response";

    private final Caller caller = new Caller();

    private static JsonObject example(String name) {
        try {
            return TestStore.read(Files.readString(Path.of("fhir-profiles/examples", name + ".json")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonObject parameters(JsonObject resource, String more) {
        JsonObject wrapped = TestStore.read("{\"resourceType\":\"Parameters\",\"parameter\":[" + more
                + "{\"name\":\"resource\",\"resource\":{\"resourceType\":\"Basic\"}}]}");
        java.util.List<Json> items = new java.util.ArrayList<>(wrapped.items("parameter"));
        items.set(items.size() - 1, ((JsonObject) items.getLast()).with("resource", resource));
        return wrapped.with("parameter", new Json.Array(items));
    }

    /** "The return is an OperationOutcome … 200 OK whether or not the resource is valid". */
    @Test
    void findsNothingWrongWithAGoodResource() {
        Answer raw = caller.post(PHQ_9, example("passing/phq-9-with-total")).accepted(200);
        Answer wrapped = caller.post(PHQ_9, parameters(example("passing/phq-9-with-total"), ""))
                .accepted(200);

        assertThat(raw.resource().resourceType()).isEqualTo("OperationOutcome");
        assertThat(raw.text()).doesNotContain("\"severity\":\"error\"");
        assertThat(wrapped.text()).doesNotContain("\"severity\":\"error\"");
    }

    @Test
    void namesRulePlaceAndReasonOfAWrongTotal() {
        Answer raw =
                caller.post(PHQ_9, example("failing/phq-9-total-contradicts")).accepted(200);
        Answer wrapped = caller.post(PHQ_9, parameters(example("failing/phq-9-total-contradicts"), ""));

        assertThat(raw.rules()).contains("ki-phq9-total");
        assertThat(raw.expressions()).anyMatch(expression -> expression.startsWith("QuestionnaireResponse"));
        assertThat(raw.text()).contains("\"severity\":\"error\"").contains("\"diagnostics\":\"line ");
        assertThat(wrapped.accepted(200).rules()).contains("ki-phq9-total");
    }

    /** What is of the clinic's kinds is checked without a claim too. */
    @Test
    void checksUnaskedWhatIsOfTheClinicsKind() {
        JsonObject unclaimed = example("failing/phq-9-total-contradicts").without("meta");

        assertThat(caller.post(PHQ_9, unclaimed).accepted(200).rules()).contains("ki-phq9-total");
    }

    /** The profile may be named by the caller: in the URL or in the Parameters. */
    @Test
    void holdsAResourceToTheProfileAskedFor() {
        JsonObject bare = TestStore.read("{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"completed\"}");

        Answer alone = caller.post(PHQ_9, bare).accepted(200);
        Answer byUrl = caller.post(PHQ_9 + "?profile=" + PROFILE, bare).accepted(200);
        Answer byParameter =
                caller.post(PHQ_9, parameters(bare, "{\"name\":\"profile\",\"valueUri\":\"" + PROFILE + "\"},"));

        assertThat(alone.text()).doesNotContain("\"severity\":\"error\"");
        assertThat(byUrl.text()).contains("\"severity\":\"error\"");
        assertThat(byParameter.accepted(200).text()).contains("\"severity\":\"error\"");
    }

    /** The caller has named it in the parameter, and looks for it there. */
    @Test
    void saysOfAnUnknownProfileWhereItWasNamed() {
        JsonObject bare = TestStore.read("{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"completed\"}");
        String nowhere = "https://clinic.example/StructureDefinition/nowhere";

        for (Answer found : java.util.List.of(
                caller.post(PHQ_9 + "?profile=" + nowhere, bare),
                caller.post(PHQ_9, parameters(bare, "{\"name\":\"profile\",\"valueUri\":\"" + nowhere + "\"},")))) {
            assertThat(found.accepted(200).rules()).containsExactly("profile-unknown");
            assertThat(found.text()).contains("the parameter profile").doesNotContain("meta.profile");
        }
        JsonObject claims = bare.with("meta", TestStore.read("{\"profile\":[\"" + nowhere + "\"]}"));
        assertThat(caller.post(PHQ_9, claims).accepted(200).expressions()).contains("meta.profile");
    }

    @Test
    void findsFaultsOfBaseR4() {
        Answer found = caller.post("/Patient/$validate", """
                {"resourceType":"Patient","gender":"unheard-of","birthdate":"1980-01-01"}""").accepted(200);

        assertThat(found.expressions()).contains("Patient.gender");
        assertThat(found.text()).contains("birthdate");
    }

    @Test
    void validatesXml() {
        byte[] xml = XmlWriter.bytes(example("failing/phq-9-total-contradicts"));

        Answer found = caller.sendXml("POST", PHQ_9, xml, "Accept", "application/fhir+xml");

        assertThat(found.accepted(200).xml()).isTrue();
        assertThat(found.rules()).contains("ki-phq9-total");
    }

    @Test
    void takesTheModesOfR4() {
        JsonObject good = example("passing/phq-9-with-total");

        caller.post(PHQ_9 + "?mode=create", good).accepted(200);
        caller.post("/QuestionnaireResponse/q1/$validate?mode=update", good).accepted(200);
        caller.post(
                        "/QuestionnaireResponse/q1/$validate?mode=delete",
                        TestStore.read("{\"resourceType\":\"Parameters\"}"))
                .accepted(200);
        caller.post(PHQ_9 + "?mode=guess", good).refused(400, "parameter-value");
        caller.post(PHQ_9 + "?colour=red", good).refused(400, "parameter-unknown");
    }

    /** Only what cannot be read at all is refused. */
    @Test
    void refusesWhatItCannotRead() {
        assertThat(caller.post(PHQ_9, "{\"resourceType\":").status()).isEqualTo(400);
        caller.post(PHQ_9, "{\"resourceType\":\"Patient\"}").refused(400, "resource-type");
        caller.post(PHQ_9, "{\"resourceType\":\"Parameters\"}").refused(400, "validate-resource");
        caller.post(PHQ_9, "{}").refused(400, "resource-type");
    }

    @Test
    void storesNothing() {
        JsonObject good = example("passing/phq-9-with-total").with("id", Json.of("validate-only"));

        caller.post(PHQ_9, good).accepted(200);
        caller.post("/QuestionnaireResponse/validate-only/$validate", good).accepted(200);

        caller.get("/QuestionnaireResponse/validate-only").refused(404, "not-found");
        assertThat(caller.get("/QuestionnaireResponse?_id=validate-only").ids()).isEmpty();
    }
}
