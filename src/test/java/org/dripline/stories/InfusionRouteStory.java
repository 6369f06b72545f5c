package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.stories.Bundles.delete;
import static org.dripline.stories.Bundles.post;
import static org.dripline.stories.Bundles.put;
import static org.dripline.stories.Bundles.transaction;

import java.util.List;
import org.dripline.engine.TestStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A Procedure that carries nothing of the clinic's own is an infusion by what is around it: the treatment course that it
 * is based on, or the ketamine that was given as part of it. A completed one without its end then earns a warning.
 */
class InfusionRouteStory {
    private static final String WITHOUT_END = "ki-proc-end";
    private static final String TOLD = "return=OperationOutcome";
    private static final String COURSE_URN = "urn:uuid:5f0b0a58-0f7e-4b1e-9d7d-0d8a3c0d0101";
    private static final String PROCEDURE_URN = "urn:uuid:5f0b0a58-0f7e-4b1e-9d7d-0d8a3c0d0102";
    private static final String KETAMINE = "6130";
    private static final String IRON = "24947";

    private final Caller caller = new Caller();

    @BeforeAll
    static void store() {
        Caller caller = new Caller();
        caller.put("/Patient/kin-p", Bundles.patient("kin-p")).accepted(201);
        caller.put("/CarePlan/kin-course", plan("kin-course", "treatment-course"))
                .accepted(201);
        caller.put("/CarePlan/kin-diet", plan("kin-diet", "diet")).accepted(201);
    }

    private static String plan(String id, String category) {
        return """
                {"resourceType":"CarePlan","id":"%s","status":"active","intent":"plan",\
                "category":[{"coding":[{"system":"https://fhir.dripline.example/CodeSystem/ketamine-treatment",\
                "code":"%s"}]}],"subject":{"reference":"Patient/kin-p"}}""".formatted(id, category);
    }

    private static String procedure(String id, String basedOn) {
        return """
                {"resourceType":"Procedure","id":"%s","status":"completed",\
                "code":{"coding":[{"system":"http://snomed.info/sct","code":"14152002"}]},\
                "subject":{"reference":"Patient/kin-p"},"basedOn":[{"reference":"%s"}]}""".formatted(id, basedOn);
    }

    private static String procedure(String id) {
        return procedure(id, "CarePlan/kin-diet");
    }

    private static String administration(String id, String agent, String partOf) {
        return """
                {"resourceType":"MedicationAdministration","id":"%s","status":"completed",\
                "medicationCodeableConcept":{"coding":[\
                {"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"%s"}]},\
                "subject":{"reference":"Patient/kin-p"},"effectiveDateTime":"2026-01-05T14:00:00Z",\
                "partOf":[{"reference":"%s"}]}""".formatted(id, agent, partOf);
    }

    private List<String> told(String procedure) {
        String id = TestStore.read(procedure).text("id").orElseThrow();
        return caller.sendJson("PUT", "/Procedure/" + id, procedure, "Prefer", TOLD)
                .rules();
    }

    private Answer send(String... entries) {
        return caller.post("", transaction(entries), "Prefer", TOLD).accepted(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CarePlan/kin-course", "CarePlan/kin-course/_history/1"})
    void knowsAnInfusionByTheStoredCourseItIsBasedOn(String basedOn) {
        assertThat(told(procedure("kin-based", basedOn))).contains(WITHOUT_END);
        assertThat(caller.sendJson("POST", "/Procedure", procedure("any", basedOn), "Prefer", TOLD)
                        .accepted(201)
                        .rules())
                .contains(WITHOUT_END);
    }

    /** Iron is infused too: another plan, one that is nowhere, and one elsewhere make nothing an infusion of ours. */
    @ParameterizedTest
    @ValueSource(
            strings = {"CarePlan/kin-diet", "ServiceRequest/kin-course", "https://elsewhere.example/CarePlan/kin-course"
            })
    void expectsNothingOfOtherProcedures(String basedOn) {
        caller.put("/ServiceRequest/kin-course", """
                {"resourceType":"ServiceRequest","id":"kin-course","status":"active","intent":"order",
                 "subject":{"display":"Somebody"}}""");
        assertThat(told(procedure("kin-other", basedOn))).containsExactly("done");
    }

    @Test
    void knowsAnInfusionByTheStoredKetamineThatIsPartOfIt() {
        caller.put("/Procedure/kin-drug", procedure("kin-drug")).accepted(201);
        caller.put("/MedicationAdministration/kin-iron", administration("kin-iron", IRON, "Procedure/kin-drug"))
                .accepted(201);
        assertThat(told(procedure("kin-drug"))).containsExactly("done");

        caller.put("/MedicationAdministration/kin-given", administration("kin-given", KETAMINE, "Procedure/kin-drug"))
                .accepted(201);
        assertThat(told(procedure("kin-drug"))).contains(WITHOUT_END);

        caller.delete("/MedicationAdministration/kin-given").accepted(204);
        assertThat(told(procedure("kin-drug"))).containsExactly("done");
    }

    @Test
    void validatesByWhatIsAround() {
        String path = "/Procedure/$validate";
        caller.put("/Procedure/kin-valid", procedure("kin-valid")).accepted(201);
        caller.put("/MedicationAdministration/kin-part", administration("kin-part", KETAMINE, "Procedure/kin-valid"))
                .accepted(201);
        String wrapped = """
                {"resourceType":"Parameters","parameter":[{"name":"resource","resource":%s}]}""".formatted(procedure("x", "CarePlan/kin-course"));

        assertThat(caller.post(path, procedure("x", "CarePlan/kin-course")).rules())
                .contains(WITHOUT_END);
        assertThat(caller.post(path, wrapped).rules()).contains(WITHOUT_END);
        assertThat(caller.post(path, procedure("x")).rules()).doesNotContain(WITHOUT_END);
        assertThat(caller.post("/Procedure/kin-valid/$validate", procedure("kin-valid"))
                        .rules())
                .contains(WITHOUT_END);
        assertThat(caller.post(path + "?mode=create", procedure("kin-valid")).rules())
                .doesNotContain(WITHOUT_END);
    }

    @Test
    void knowsAnInfusionByTheEntriesBesideIt() {
        String course = plan("kin-new-course", "treatment-course");
        Answer byCourse = send(post(PROCEDURE_URN, procedure("x", COURSE_URN)), post(COURSE_URN, course));
        Answer byPlan = send(post(PROCEDURE_URN, procedure("x", COURSE_URN)), post(COURSE_URN, plan("x", "diet")));
        Answer byDrug = send(
                post(PROCEDURE_URN, procedure("x")),
                post("urn:uuid:5f0b0a58-0f7e-4b1e-9d7d-0d8a3c0d0103", administration("x", KETAMINE, PROCEDURE_URN)));
        Answer byIron = send(
                post(PROCEDURE_URN, procedure("x")),
                post("urn:uuid:5f0b0a58-0f7e-4b1e-9d7d-0d8a3c0d0103", administration("x", IRON, PROCEDURE_URN)));
        Answer byReference = send(
                put("Procedure/kin-put", procedure("kin-put")),
                put("MedicationAdministration/kin-put", administration("kin-put", KETAMINE, "Procedure/kin-put")));
        Answer byStore = send(put("Procedure/kin-single", procedure("kin-single", "CarePlan/kin-course")));

        assertThat(byCourse.text()).contains(WITHOUT_END);
        assertThat(byDrug.text()).contains(WITHOUT_END);
        assertThat(byReference.text()).contains(WITHOUT_END);
        assertThat(byStore.text()).contains(WITHOUT_END);
        assertThat(byPlan.text()).doesNotContain(WITHOUT_END);
        assertThat(byIron.text()).doesNotContain(WITHOUT_END);
    }

    /** What the same transaction takes away no longer counts, however it is stored. */
    @Test
    void looksAtTheStoreAsTheTransactionWillLeaveIt() {
        send(
                put("CarePlan/kin-was", plan("kin-was", "treatment-course")),
                put("Procedure/kin-left", procedure("kin-left", "CarePlan/kin-was")),
                put("MedicationAdministration/kin-left", administration("kin-left", KETAMINE, "Procedure/kin-left")));

        Answer left = send(
                put("CarePlan/kin-was", plan("kin-was", "diet")),
                put("Procedure/kin-left", procedure("kin-left", "CarePlan/kin-was")),
                delete("MedicationAdministration/kin-left"));

        assertThat(left.text()).doesNotContain(WITHOUT_END);
    }

    /** It was judged when it was written; the administration that comes later does not judge it anew. */
    @Test
    void takesALaterAdministrationWithoutLookingBack() {
        caller.put("/Procedure/kin-early", procedure("kin-early")).accepted(201);

        Answer later = caller.sendJson(
                "PUT",
                "/MedicationAdministration/kin-late",
                administration("kin-late", KETAMINE, "Procedure/kin-early"),
                "Prefer",
                TOLD);

        assertThat(later.accepted(201).text()).doesNotContain(WITHOUT_END);
        assertThat(told(procedure("kin-early"))).contains(WITHOUT_END);
    }
}
