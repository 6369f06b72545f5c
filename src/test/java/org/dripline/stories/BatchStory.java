package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.stories.Bundles.batch;
import static org.dripline.stories.Bundles.delete;
import static org.dripline.stories.Bundles.get;
import static org.dripline.stories.Bundles.numbered;
import static org.dripline.stories.Bundles.observation;
import static org.dripline.stories.Bundles.patch;
import static org.dripline.stories.Bundles.patient;
import static org.dripline.stories.Bundles.post;
import static org.dripline.stories.Bundles.postOnce;
import static org.dripline.stories.Bundles.put;
import static org.dripline.stories.Bundles.request;

import java.util.Locale;
import java.util.stream.IntStream;
import org.dripline.document.XmlWriter;
import org.dripline.engine.TestStore;
import org.junit.jupiter.api.Test;

/** Interactions that come together and stand alone (R4, http.html#brules). */
class BatchStory {
    private static final String ACTIVE = "[{\"op\":\"add\",\"path\":\"/active\",\"value\":true}]";
    private static final String CRITERIA = "identifier=urn:story:number|";

    private final Caller caller = new Caller();

    private Answer send(String... entries) {
        return caller.post("", batch(entries)).accepted(200);
    }

    /** "Each entry is treated as if an individual interaction", and answered in the order of the request. */
    @Test
    void doesWhatARequestCanDo() {
        caller.put("/Patient/batch-a", patient("batch-a"));
        caller.put("/Patient/batch-leaving", patient("batch-leaving"));
        caller.post("/Patient", numbered("batch-known"));

        Answer answer = send(
                get("Patient/batch-a"),
                get("Patient/batch-a/_history/1"),
                get("Patient/batch-a/_history"),
                get("Patient?" + CRITERIA + "batch-known"),
                get("Patient/batch-a/Observation"),
                get("?_type=Patient&_id=batch-a"),
                request("HEAD", "Patient/batch-a"),
                post("", numbered("batch-new")),
                postOnce("", numbered("batch-known"), CRITERIA + "batch-known"),
                put("Patient/batch-put", patient("batch-put")),
                put("Patient?" + CRITERIA + "batch-known", numbered("batch-known")),
                patch("Patient/batch-a", ACTIVE),
                delete("Patient/batch-leaving"),
                delete("Patient?" + CRITERIA + "batch-nobody"),
                request("POST", "Patient/$validate", "\"id\":\"u\"", patient("batch-x")));

        assertThat(answer.resource().text("type")).contains("batch-response");
        assertThat(answer.statuses())
                .containsExactly(
                        "200", "200", "200", "200", "200", "200", "200", "201", "200", "201", "200", "200", "204",
                        "204", "200");
        assertThat(answer.entries().getFirst().text("fullUrl")).contains(caller.base() + "/Patient/batch-a");
        // Reads come last, as in a transaction.
        assertThat(answer.responses().getFirst().text("etag")).contains("W/\"2\"");
        assertThat(answer.entries().get(3).object("resource").orElseThrow().items("entry"))
                .hasSize(1);
        assertThat(answer.entries().get(6).get("resource")).isNull();
        assertThat(answer.responses().get(9).text("location")).contains("Patient/batch-put/_history/1");
        assertThat(answer.entries().get(9).get("resource")).isNull();
    }

    /** "Patch operations may be performed as part of Batch or Transaction … using the FHIRPath Patch format". */
    @Test
    void takesPatchesByPath() {
        caller.put("/Patient/batch-path", patient("batch-path"));
        String entry = request("PATCH", "Patient/batch-path", "\"id\":\"u\"", """
                {"resourceType":"Parameters","parameter":[{"name":"operation","part":[
                 {"name":"type","valueCode":"replace"},{"name":"path","valueString":"Patient.active"},
                 {"name":"value","valueBoolean":false}]}]}""");

        assertThat(send(entry).statuses()).containsExactly("200");
        assertThat(caller.post("", Bundles.transaction(entry)).accepted(200).statuses())
                .containsExactly("200");

        assertThat(caller.get("/Patient/batch-path").text()).contains("\"active\":false", "\"versionId\":\"3\"");
    }

    /** "The success or failure of one change should not alter the success or failure … of another change". */
    @Test
    void letsEachEntryFailAlone() {
        caller.put("/Patient/batch-stale", patient("batch-stale"));
        caller.put("/Patient/batch-used", patient("batch-used"));
        caller.post("/Observation", observation("Patient/batch-used"));

        Answer answer = send(
                put("Patient/batch-one", patient("batch-one")),
                get("Patient/batch-absent"),
                post("", "{\"resourceType\":\"Patient\",\"gender\":\"unheard-of\"}"),
                put("Patient/batch-stale", patient("batch-stale"), "W/\\\"7\\\""),
                delete("Patient/batch-used"),
                post("", observation("Patient/batch-absent")),
                get("Nonsense/1"),
                get("Patient?nonsense=1"),
                "{\"request\":{\"method\":\"BREW\",\"url\":\"Patient\"}}",
                "{\"resource\":" + patient("x") + "}",
                "7",
                put("Patient/batch-two", patient("batch-two")));

        assertThat(answer.statuses())
                .containsExactly("201", "404", "400", "412", "409", "422", "404", "400", "400", "400", "400", "201");
        assertThat(answer.rules(5)).containsExactly("reference-absent");
        assertThat(answer.rules(8)).containsExactly("entry-method");
        assertThat(answer.text())
                .contains("Bundle.entry[2].resource.gender", "Bundle.entry[5].resource.subject.reference")
                .contains("\"Bundle.entry[1]\"")
                .doesNotContain("diagnostics");
        caller.get("/Patient/batch-two").accepted(200);
    }

    /** A condition that is not understood is not passed over. */
    @Test
    void honoursEveryConditionOrRefuses() {
        Answer answer = send(
                request("PUT", "Patient/batch-cond", "\"ifMatch\":5", patient("batch-cond")),
                request("PUT", "Patient/batch-cond", "\"ifNoneMatch\":\"*\"", patient("batch-cond")),
                request("PUT", "Patient/batch-cond", "\"ifNoneExist\":\"a\"", patient("batch-cond")),
                request("POST", "Patient", "\"ifNoneExist\":{}", numbered("batch-cond")),
                request("POST", "Patient", "\"ifNoneExist\":\"\"", numbered("batch-cond")),
                request("GET", "Patient?_id=a", "\"ifModifiedSince\":\"yesterday\"", "null"),
                request("DELETE", "Patient/batch-cond", "\"ifMatch\":\"\"", patient("batch-cond")));

        assertThat(answer.statuses()).containsOnly("400");
        caller.get("/Patient/batch-cond").refused(404, "not-found");
        assertThat(caller.get("/Patient?identifier=batch-cond").ids()).isEmpty();
    }

    /** R4, http.html#cread within a batch. */
    @Test
    void sendsNothingToWhoeverHasItAlready() {
        caller.put("/Patient/batch-has", patient("batch-has"));

        Answer answer = send(
                "{\"request\":{\"method\":\"GET\",\"url\":\"Patient/batch-has\",\"ifNoneMatch\":\"W/\\\"1\\\"\"}}");

        assertThat(answer.statuses()).containsExactly("304");
        assertThat(answer.entries().getFirst().get("resource")).isNull();
    }

    /** "Prefer" of the batch holds for its entries, and says nothing else of them. */
    @Test
    void sendsResourcesAndOutcomesBackOnRequest() {
        String bundle = batch(put("Patient/batch-prefer", patient("batch-prefer")), get("Patient/batch-prefer"));

        Answer whole =
                caller.post("", bundle, "Prefer", "return=representation").accepted(200);
        Answer told =
                caller.post("", bundle, "Prefer", "return=OperationOutcome").accepted(200);
        Answer lenient = caller.post("", bundle, "Prefer", "handling=lenient").accepted(200);

        assertThat(whole.ids()).containsExactly("batch-prefer", "batch-prefer");
        assertThat(whole.entries())
                .allSatisfy(
                        entry -> assertThat(entry.text("fullUrl")).contains(caller.base() + "/Patient/batch-prefer"));
        assertThat(whole.responses().getFirst().text("location")).contains("Patient/batch-prefer/_history/1");
        assertThat(told.responses().getFirst().object("outcome").orElseThrow().resourceType())
                .isEqualTo("OperationOutcome");
        assertThat(told.ids()).containsExactly("", "batch-prefer");
        assertThat(lenient.ids()).containsExactly("", "batch-prefer");
    }

    /** Leniency is for searches, as it is outside. */
    @Test
    void searchesLenientlyOnRequest() {
        String bundle = batch(get("Patient?nonsense=1&_id=nobody"), get("Patient?_id=nobody&_elements=id"));

        assertThat(caller.post("", bundle, "Prefer", "handling=lenient").statuses())
                .containsExactly("200", "200");
        assertThat(caller.post("", bundle).statuses()).containsExactly("400", "200");
    }

    @Test
    void holdsNoBundlesWithinBundles() {
        Answer answer = send(
                request("POST", "", "\"id\":\"u\"", batch()),
                request("POST", "?", "\"id\":\"u\"", batch()),
                request("POST", "/", "\"id\":\"u\"", batch()),
                get("metadata"),
                request("OPTIONS", "Patient"),
                get("http://other.example/fhir/Patient/1"));

        assertThat(answer.statuses()).containsOnly("400");
    }

    /** "References … to another … that is being created within the batch are considered to be non-conformant". */
    @Test
    void refusesLinksBetweenItsEntries() {
        String urn = "urn:uuid:2f0c2a60-94d5-4bb1-9a7e-3a9a8f0b0001";

        Answer answer = send(post(urn, numbered("batch-link")), post("", observation(urn)));

        assertThat(answer.statuses()).containsExactly("201", "400");
        assertThat(answer.rules(1)).containsExactly("batch-link");
        String shouted = urn.toUpperCase(Locale.ROOT);
        assertThat(send(post(urn, numbered("batch-link")), post("", observation(shouted)))
                        .rules(1))
                .containsExactly("batch-link");
    }

    @Test
    void takesAThousandEntriesAndNotOneMore() {
        String[] entries = IntStream.range(0, 1001)
                .mapToObj(i -> get("Patient/batch-none"))
                .toArray(String[]::new);

        caller.post("", batch(entries)).refused(413, "bundle-entries");
        entries = java.util.Arrays.copyOf(entries, 1000);
        assertThat(caller.post("", batch(entries)).accepted(200).statuses())
                .hasSize(1000)
                .containsOnly("404");
    }

    @Test
    void readsAndAnswersXml() {
        byte[] xml = XmlWriter.bytes(TestStore.read(
                batch(put("Patient/batch-xml", patient("batch-xml")), get("Patient?" + CRITERIA + "nobody"))));

        Answer answer = caller.sendXml("POST", "", xml, "Accept", "application/fhir+xml")
                .accepted(200);

        assertThat(answer.xml()).isTrue();
        assertThat(answer.statuses()).containsExactly("201", "200");
    }
}
