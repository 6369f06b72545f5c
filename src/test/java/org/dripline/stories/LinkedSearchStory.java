package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clinic's searches across resources: includes, chains, compartments, parts of resources (R4, search.html). */
class LinkedSearchStory {
    private final Caller caller = new Caller();

    @BeforeEach
    void oneVisit() {
        caller.put("/Practitioner/linked-gp", """
                {"resourceType":"Practitioner","id":"linked-gp","name":[{"family":"Łukasiewicz-Großmann"}]}""");
        caller.put("/Patient/linked", """
                {"resourceType":"Patient","id":"linked","gender":"female","birthDate":"1980-04-12",
                 "name":[{"family":"Linked","given":["Zoë"]}],"photo":[{"title":"p"}],
                 "generalPractitioner":[{"reference":"Practitioner/linked-gp"}]}""");
        caller.put("/Procedure/linked", """
                {"resourceType":"Procedure","id":"linked","status":"completed","code":{"text":"infusion"},
                 "subject":{"reference":"Patient/linked"}}""");
        caller.put("/MedicationAdministration/linked", """
                {"resourceType":"MedicationAdministration","id":"linked","status":"completed",
                 "medicationCodeableConcept":{"text":"ketamine"},"subject":{"reference":"Patient/linked"},
                 "effectiveDateTime":"2026-01-05T14:00:00Z","partOf":[{"reference":"Procedure/linked"}],
                 "dosage":{"dose":{"value":40,"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"}}}""");
    }

    private List<String> modes(Answer answer) {
        return answer.entries().stream()
                .map(entry -> entry.object("search").orElseThrow().text("mode").orElse("") + " "
                        + entry.object("resource").orElseThrow().resourceType())
                .toList();
    }

    @Test
    void includesWhatIsReferredToAndWhatRefers() {
        Answer page = caller.get("/MedicationAdministration?_id=linked"
                        + "&_include=MedicationAdministration:infusion&_include=MedicationAdministration:patient"
                        + "&_include:iterate=Patient:general-practitioner")
                .accepted(200);
        assertThat(modes(page))
                .containsExactly(
                        "match MedicationAdministration",
                        "include Patient",
                        "include Procedure",
                        "include Practitioner");
        assertThat(page.resource().get("total")).hasToString("Numeral[text=1]");

        Answer reverse = caller.get("/Procedure?_id=linked&_revinclude=MedicationAdministration:infusion")
                .accepted(200);
        assertThat(modes(reverse)).containsExactly("match Procedure", "include MedicationAdministration");
    }

    @Test
    void followsChainsThroughNamesWithoutAccentsAndCase() {
        caller.get(
                        "/MedicationAdministration?patient.general-practitioner:Practitioner.family=%C5%81UKASIEWICZ%20gross")
                .accepted(200);
        assertThat(caller.get("/MedicationAdministration?patient.given=zoe&infusion.status=completed")
                        .ids())
                .contains("linked");
        assertThat(caller.get("/Patient?_has:Procedure:patient:_has:MedicationAdministration:infusion:dose=gt39%7C"
                                + "http://unitsofmeasure.org%7Cmg&family:exact=Linked")
                        .ids())
                .containsExactly("linked");
        assertThat(caller.get("/MedicationAdministration?_id=linked&dose=0.040%7Chttp://unitsofmeasure.org%7Cg")
                        .ids())
                .containsExactly("linked");
    }

    @Test
    void searchesCompartmentsAndAllTypes() {
        assertThat(modes(caller.get("/Patient/linked/*").accepted(200)))
                .containsExactlyInAnyOrder("match Patient", "match Procedure", "match MedicationAdministration");
        assertThat(caller.get("/Patient/linked/Procedure?status=completed").ids())
                .containsExactly("linked");
        assertThat(caller.sendAs(
                                "application/x-www-form-urlencoded",
                                "POST",
                                "/Patient/linked/Procedure/_search",
                                "status=stopped".getBytes(StandardCharsets.UTF_8))
                        .ids())
                .isEmpty();
        assertThat(caller.get("/Patient/never-was/Procedure").ids()).isEmpty();
        caller.get("/Patient/linked/Questionnaire").refused(400, "compartment-type");
        caller.get("/Procedure/linked/Patient").refused(404, "not-found");
        assertThat(modes(caller.get("?_id=linked&_type=Patient,Procedure").accepted(200)))
                .containsExactlyInAnyOrder("match Patient", "match Procedure");
        caller.get("?family=Linked").refused(400, "search-parameter");
    }

    @Test
    void showsPartsAndTakesNoneBack() {
        JsonObject part =
                caller.get("/Patient/linked?_elements=name").accepted(200).resource();
        assertThat(part.members().keySet()).containsExactly("resourceType", "id", "meta", "name");
        caller.sendJson("PUT", "/Patient/linked", new String(JsonWriter.bytes(part), StandardCharsets.UTF_8))
                .refused(422, "subsetted");

        JsonObject summary = caller.get("/Patient?_id=linked&_summary=true")
                .accepted(200)
                .entries()
                .getFirst()
                .object("resource")
                .orElseThrow();
        assertThat(summary.members().keySet()).contains("gender", "name").doesNotContain("photo");
        assertThat(caller.get("/Patient?_id=linked&_summary=count")
                        .accepted(200)
                        .entries())
                .isEmpty();
        caller.get("/Patient?_summary=text&_include=Patient:organization").refused(400, "subset");
        caller.get("/Patient?_elements=nam").refused(400, "subset-element");
    }

    @Test
    void passesOverWhatItDoesNotKnowOnlyWhenAsked() {
        caller.get("/Patient?_id=linked&eyes=blue").refused(400, "search-parameter");

        Answer lenient = caller.get("/Patient?_id=linked&eyes=blue", "Prefer", "handling=lenient")
                .accepted(200);

        assertThat(modes(lenient)).containsExactly("match Patient", "outcome OperationOutcome");
        assertThat(lenient.link("self")).endsWith("/Patient?_id=linked");
    }

    @Test
    void explainsWhyAResourceIsFound() {
        String query = "status%3Dcompleted%26code:text%3Ddrip%26patient.given%3Dzoe";
        Answer explained =
                caller.get("/Procedure/linked/$explain-match?query=" + query).accepted(200);

        assertThat(explained.text())
                .contains("\"name\":\"matches\",\"valueBoolean\":false")
                .contains("Procedure.status: completed")
                .contains("Procedure.code: | 'infusion'")
                .contains("code = starts 'drip'")
                .contains("Patient/linked");
        caller.get("/Procedure/linked/$explain-match").refused(400, "explain-query");
        caller.get("/Procedure/linked/$explain-match?query=stats%3Da").refused(400, "search-parameter");
        caller.get("/Procedure/never-was/$explain-match?query=status%3Da").refused(404, "not-found");
    }
}
