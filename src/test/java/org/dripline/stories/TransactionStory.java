package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.stories.Bundles.delete;
import static org.dripline.stories.Bundles.patient;
import static org.dripline.stories.Bundles.post;
import static org.dripline.stories.Bundles.put;
import static org.dripline.stories.Bundles.transaction;

import java.util.List;
import java.util.stream.IntStream;
import org.dripline.document.JsonObject;
import org.dripline.document.XmlWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several changes as one (R4, http.html#transaction). */
class TransactionStory {
    private static final String NEW = """
            {"resourceType":"Patient","active":true}""";

    private final Caller caller = new Caller();

    private Answer send(String... entries) {
        return caller.post("", transaction(entries));
    }

    /** "The server SHALL return a Bundle … in the same order as the request" (R4, http.html#transaction-response). */
    @Test
    void answersInTheOrderOfTheEntries() {
        caller.put("/Patient/deal-old", patient("deal-old"));
        caller.put("/Patient/deal-leaving", patient("deal-leaving"));

        Answer answer = send(
                        put("Patient/deal-old", patient("deal-old")),
                        post("urn:uuid:5f0b0a58-0f7e-4b1e-9d7d-0d8a3c0d0001", NEW),
                        delete("Patient/deal-leaving"),
                        put("Patient/deal-new", patient("deal-new")))
                .accepted(200);

        List<JsonObject> responses = answer.responses();
        assertThat(answer.resource().text("type")).contains("transaction-response");
        assertThat(responses)
                .extracting(response -> response.text("status").orElse(""))
                .containsExactly("200 OK", "201 Created", "204 No Content", "201 Created");
        assertThat(responses)
                .extracting(response -> response.text("etag").orElse(""))
                .containsExactly("W/\"2\"", "W/\"1\"", "W/\"2\"", "W/\"1\"");
        assertThat(responses)
                .allSatisfy(response ->
                        assertThat(response.text("lastModified").orElse("")).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z"));
        assertThat(responses.getFirst().text("location")).contains("Patient/deal-old/_history/2");
        String created = responses.get(1).text("location").orElseThrow();
        caller.get("/" + created).accepted(200);
        caller.get("/Patient/deal-leaving").refused(410, "deleted");
        caller.get("/Patient/deal-new").accepted(200);
    }

    /** "Prefer: return=representation" holds for each entry (R4, http.html#ops). */
    @Test
    void sendsResourcesAndOutcomesBackOnRequest() {
        String bundle = transaction(put("Patient/deal-prefer", patient("deal-prefer")));

        Answer whole = caller.post("", bundle, "Prefer", "return=representation");
        Answer told = caller.post("", bundle, "Prefer", "return=OperationOutcome");

        assertThat(whole.ids()).containsExactly("deal-prefer");
        assertThat(whole.entries().getFirst().text("fullUrl")).contains(caller.base() + "/Patient/deal-prefer");
        assertThat(told.responses().getFirst().object("outcome").orElseThrow().resourceType())
                .isEqualTo("OperationOutcome");
    }

    /** "if any … fails, the entire set of changes fails" (R4, http.html#transaction). */
    @Test
    void writesNothingWhenOneVersionIsStale() {
        caller.put("/Patient/deal-stale", patient("deal-stale"));
        caller.put("/Patient/deal-stale", patient("deal-stale"));

        send(
                        put("Patient/deal-fresh", patient("deal-fresh")),
                        put("Patient/deal-stale", patient("deal-stale"), "W/\\\"1\\\""))
                .refused(412, "precondition");

        caller.get("/Patient/deal-fresh").refused(404, "not-found");
        assertThat(caller.get("/Patient/deal-stale").header("ETag")).isEqualTo("W/\"2\"");
        send(put("Patient/deal-stale", patient("deal-stale"), "W/\\\"2\\\"")).accepted(200);
    }

    @Test
    void writesNothingWhenOneEntryIsInvalidAndNamesIt() {
        String wrong = """
                {"resourceType":"Patient","id":"deal-wrong","gender":"unheard-of","birthDate":"1980-13-01"}""";

        Answer refused = send(put("Patient/deal-right", patient("deal-right")), put("Patient/deal-wrong", wrong));

        assertThat(refused.accepted(400).expressions())
                .contains("Bundle.entry[1].resource.gender", "Bundle.entry[1].resource.birthDate")
                .allSatisfy(expression -> assertThat(expression).startsWith("Bundle.entry[1].resource"));
        caller.get("/Patient/deal-right").refused(404, "not-found");
        caller.get("/Patient/deal-wrong").refused(404, "not-found");
    }

    /** The bound of a transaction, and one past it. */
    @Test
    void takesAThousandEntriesAndNotOneMore() {
        Answer full = caller.post(
                "",
                transaction(IntStream.range(0, 1000)
                        .mapToObj(i -> put("Patient/deal-many-" + i, patient("deal-many-" + i)))));
        Answer over = caller.post(
                "",
                transaction(IntStream.range(0, 1001)
                        .mapToObj(i -> put("Patient/deal-more-" + i, patient("deal-more-" + i)))));

        assertThat(full.accepted(200).entries()).hasSize(1000);
        caller.get("/Patient/deal-many-999").accepted(200);
        over.refused(413, "bundle-entries");
        caller.get("/Patient/deal-more-0").refused(404, "not-found");
    }

    /** R4, bundle.html, bdl-7: "FullUrl must be unique in a bundle". */
    @Test
    void refusesTwoEntriesUnderOneFullUrl() {
        String urn = "urn:uuid:5f0b0a58-0f7e-4b1e-9d7d-0d8a3c0d0002";

        Answer refused = send(post(urn, NEW), post(urn, NEW)).refused(400, "bdl-7");

        assertThat(refused.expressions()).containsExactly("Bundle.entry[1].fullUrl");
    }

    /** "If any resource identities overlap … the transaction SHALL fail" (R4, http.html#trules). */
    @Test
    void refusesToWriteAResourceTwice() {
        Answer refused = send(put("Patient/deal-double", patient("deal-double")), delete("Patient/deal-double"));

        assertThat(refused.refused(400, "entry-overlap").expressions()).containsExactly("Bundle.entry[1].request.url");
        caller.get("/Patient/deal-double").refused(404, "not-found");
    }

    @Test
    void refusesEntriesThatMakeNoSense() {
        send(put("Patient/deal-other", patient("deal-another"))).refused(400, "id-mismatch");
        send(put("Observation/deal-other", patient("deal-other"))).refused(400, "resource-type");
        send(put("Procedur/deal-other", patient("deal-other"))).refused(400, "type-unknown");
        send("{\"request\":{\"method\":\"POST\",\"url\":\"Patient\"}}").refused(400, "entry-resource");
        send("{\"resource\":" + NEW + "}").refused(400, "entry-request");
        assertThat(send(put("CodeSystem/mine", "{\"resourceType\":\"CodeSystem\",\"id\":\"mine\"}"))
                        .refused(400, "type-read-only")
                        .text())
                .contains("make run PROFILES=folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"collection", "document", "searchset", "history", ""})
    void takesNoOtherBundle(String type) {
        caller.post("", transaction(post("", NEW)).replace("transaction", type)).accepted(400);
    }

    @Test
    void takesNoResourceButABundle() {
        caller.post("", NEW).refused(400, "bundle-expected");
    }

    @Test
    void answersAnEmptyTransactionWithAnEmptyResponse() {
        Answer answer = caller.post("", "{\"resourceType\":\"Bundle\",\"type\":\"transaction\"}")
                .accepted(200);

        assertThat(answer.resource().text("type")).contains("transaction-response");
        assertThat(answer.entries()).isEmpty();
    }

    /** The same in XML, in and out. */
    @Test
    void readsAndAnswersXml() {
        JsonObject bundle = org.dripline.engine.TestStore.read(transaction(
                post("urn:uuid:5f0b0a58-0f7e-4b1e-9d7d-0d8a3c0d0005", NEW),
                put("Patient/deal-xml", patient("deal-xml"))));

        Answer answer = caller.sendXml("POST", "", XmlWriter.bytes(bundle), "Accept", "application/fhir+xml")
                .accepted(200);

        assertThat(answer.xml()).isTrue();
        assertThat(answer.responses())
                .extracting(response -> response.text("status").orElse(""))
                .containsExactly("201 Created", "201 Created");
        caller.get("/Patient/deal-xml").accepted(200);
    }
}
