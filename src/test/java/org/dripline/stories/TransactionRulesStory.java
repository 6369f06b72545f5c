package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;
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
import static org.dripline.stories.Bundles.transaction;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dripline.document.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which order a transaction works, and what its entries may say (R4, http.html#trules). */
class TransactionRulesStory {
    private static final String PATIENT = "urn:uuid:0c7ad7b0-9c7f-4d0f-8f7c-1b5bb1a70001";
    private static final String ACTIVE = "[{\"op\":\"add\",\"path\":\"/active\",\"value\":true}]";

    private final Caller caller = new Caller();

    private Answer send(String... entries) {
        return caller.post("", transaction(entries));
    }

    private static String criteria(String number) {
        return "identifier=urn:story:number|" + number;
    }

    /** "DELETE, POST, PUT or PATCH, GET": what is read is what was written, wherever the entries stand. */
    @Test
    void readsWhatItWrote() {
        caller.put("/Patient/order-leaving", patient("order-leaving"));
        caller.put("/Patient/order-patched", "{\"resourceType\":\"Patient\",\"id\":\"order-patched\"}");

        Answer answer = send(
                        get("Patient/order-new"),
                        get("Patient?_id=order-leaving,order-new,order-patched&_sort=_id"),
                        get("Patient?" + criteria("order-made")),
                        request("HEAD", "Patient/order-new"),
                        put("Patient/order-new", patient("order-new")),
                        patch("Patient/order-patched", ACTIVE),
                        post("", numbered("order-made")),
                        delete("Patient/order-leaving"))
                .accepted(200);

        assertThat(answer.statuses()).containsExactly("200", "200", "200", "200", "201", "200", "201", "204");
        List<JsonObject> entries = answer.entries();
        assertThat(entries.getFirst().text("fullUrl")).contains(caller.base() + "/Patient/order-new");
        assertThat(answer.responses().getFirst().text("etag")).contains("W/\"1\"");
        assertThat(entries.get(1).object("resource").orElseThrow().items("entry"))
                .hasSize(2);
        assertThat(entries.get(2).object("resource").orElseThrow().items("entry"))
                .hasSize(1);
        assertThat(entries.get(3).get("resource")).isNull();
    }

    /** A change has its place in a history only when it is committed. */
    @Test
    void refusesAHistoryAmongWrites() {
        Answer refused = send(put("Patient/order-told", patient("order-told")), get("Patient/order-told/_history"));

        assertThat(refused.refused(400, "entry-history").expressions()).containsExactly("Bundle.entry[1].request.url");
        caller.get("/Patient/order-told").refused(404, "not-found");
    }

    /** "Either accept all actions or reject all": reading what is not there is a failure, too. */
    @Test
    void writesNothingWhenAReadFails() {
        Answer absent = send(put("Patient/order-unread", patient("order-unread")), get("Patient/order-absent"));
        Answer deleted = send(
                put("Patient/order-unread", patient("order-unread")),
                delete("Patient/order-absent"),
                get("Patient/order-absent"));
        Answer unknown = send(put("Patient/order-unread", patient("order-unread")), get("Patient?nonsense=1"));

        assertThat(absent.refused(404, "not-found").expressions()).containsExactly("Bundle.entry[1].request.url");
        deleted.refused(404, "not-found");
        assertThat(unknown.refused(400, "search-parameter").expressions())
                .containsExactly("Bundle.entry[1].request.url");
        caller.get("/Patient/order-unread").refused(404, "not-found");
    }

    @Test
    void createsUpdatesPatchesAndDeletesByCriteria() {
        caller.put("/Patient/order-a", numbered("order-a").replaceFirst("\\{", "{\"id\":\"order-a\","));
        caller.post("/Patient", numbered("order-b"));
        caller.post("/Patient", numbered("order-c"));
        caller.post("/Patient", numbered("order-d"));

        Answer answer = send(
                        postOnce("", numbered("order-a"), criteria("order-a")),
                        postOnce("", numbered("order-z"), "?" + criteria("order-z")),
                        put("Patient?" + criteria("order-b"), numbered("order-b")),
                        put("Patient?" + criteria("order-y"), numbered("order-y")),
                        patch("Patient?" + criteria("order-c"), ACTIVE),
                        // R4 itself writes the slash.
                        delete("Patient/?" + criteria("order-d")),
                        delete("Patient?" + criteria("order-nobody")))
                .accepted(200);

        assertThat(answer.statuses()).containsExactly("200", "201", "200", "201", "200", "204", "204");
        assertThat(answer.written().getFirst()).isEqualTo("Patient/order-a");
        assertThat(answer.responses().getFirst().text("etag")).contains("W/\"1\"");
        assertThat(caller.get("/Patient?" + "identifier=urn:story:number%7Corder-d")
                        .ids())
                .isEmpty();
        caller.get("/" + answer.written().get(1)).accepted(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "412!criteria-multiple!request.url!PUT!Patient?identifier=order-twin!\"id\":\"u\"!",
                "412!criteria-multiple!request.url!DELETE!Patient?identifier=order-twin!\"id\":\"u\"!",
                "412!criteria-multiple!request.url!PATCH!Patient?identifier=order-twin!\"id\":\"u\"!",
                "404!not-found!request.url!PATCH!Patient?identifier=order-nobody!\"id\":\"u\"!",
                "412!criteria-multiple!request.ifNoneExist!POST!Patient!\"ifNoneExist\":\"identifier=order-twin\"",
                "400!criteria-empty!request.ifNoneExist!POST!Patient!\"ifNoneExist\":\"\"",
                "400!criteria-result!request.ifNoneExist!POST!Patient!\"ifNoneExist\":\"_count=1\"",
                "400!criteria-empty!request.url!DELETE!Patient?!\"id\":\"u\"!",
                "400!search-parameter!request.url!DELETE!Patient?nonsense=1!\"id\":\"u\"",
                "412!precondition!request.ifMatch!PUT!Patient?identifier=order-nobody!\"ifMatch\":\"W/\\\"1\\\"\"",
                "412!precondition!request.ifMatch!DELETE!Patient?identifier=order-nobody!\"ifMatch\":\"W/\\\"1\\\"\"",
                "400!entry-condition!request.ifMatch!POST!Patient!\"ifMatch\":\"W/\\\"1\\\"\"",
                "400!entry-condition!request.ifNoneMatch!PUT!Patient?identifier=a!\"ifNoneMatch\":\"*\"",
            })
    void namesTheEntryWhoseConditionFails(
            int status, String rule, String element, String method, String url, String more) {
        for (int i = caller.get("/Patient?identifier=order-twin").ids().size(); i < 2; i++) {
            caller.post("/Patient", numbered("order-twin"));
        }
        String entry = method.equals("PATCH") ? patch(url, ACTIVE) : request(method, url, more, numbered("order-odd"));
        String bodiless =
                method.equals("DELETE") ? entry.replaceFirst("\"resource\":.*,\"request\"", "\"request\"") : entry;

        Answer refused = send(post("", numbered("order-even")), bodiless);

        assertThat(refused.refused(status, rule).expressions()).containsExactly("Bundle.entry[1]." + element);
        assertThat(caller.get("/Patient?identifier=order-even").ids()).isEmpty();
    }

    /** "If any resource identities (including resolved identities from conditional update/delete) overlap". */
    @Test
    void refusesOverlapsThatOnlyTheCriteriaShow() {
        caller.put("/Patient/order-same", numbered("order-same").replaceFirst("\\{", "{\"id\":\"order-same\","));
        String byId = put("Patient/order-same", patient("order-same"));
        String byCriteria = put("Patient?" + criteria("order-same"), numbered("order-same"));

        for (String other : List.of(
                byCriteria,
                delete("Patient?" + criteria("order-same")),
                patch("Patient?" + criteria("order-same"), ACTIVE),
                postOnce("", numbered("order-same"), criteria("order-same")))) {
            assertThat(send(byId, other).refused(400, "entry-overlap").expressions())
                    .allSatisfy(expression -> assertThat(expression).startsWith("Bundle.entry[1]."));
        }
        send(
                        postOnce("", numbered("order-none"), criteria("order-none")),
                        postOnce("", numbered("order-none"), criteria("order-none")))
                .refused(400, "entry-overlap");
        // Nothing names the other's resource before it is made.
        send(post("", numbered("order-made")), put("Patient?" + criteria("order-made"), numbered("order-made")))
                .refused(400, "entry-overlap");
        send(postOnce("", numbered("order-made"), criteria("order-made")), post("", numbered("order-made")))
                .refused(400, "entry-overlap");
        assertThat(caller.get("/Patient?" + criteria("order-made").replace("|", "%7C"))
                        .ids())
                .isEmpty();

        assertThat(caller.get("/Patient/order-same").header("ETag")).isEqualTo("W/\"1\"");
    }

    /** Links to what a conditional creation finds lead to it. */
    @Test
    void linksToWhatIsFoundInstead() {
        String id = caller.post("/Patient", numbered("order-found")).id();

        Answer answer = send(
                        post("", observation(PATIENT)),
                        postOnce(PATIENT, numbered("order-found"), criteria("order-found")))
                .accepted(200);

        assertThat(caller.get("/" + answer.written().getFirst()).text())
                .contains("\"reference\":\"Patient/" + id + "\"");
        assertThat(caller.get("/Patient/" + id).header("ETag")).isEqualTo("W/\"1\"");
    }

    /** A reading entry says only what a read takes. */
    @Test
    void refusesReadsThatMakeNoSense() {
        send(get("metadata")).refused(400, "entry-url");
        send(get("")).refused(400, "entry-url");
        send(get("/Patient/1")).refused(400, "entry-url");
        send(get("http://other.example/fhir/Patient/1")).refused(400, "entry-url");
        send(request("GET", "Patient?_id=x", "\"ifMatch\":\"W/\\\"1\\\"\"", numbered("x")))
                .refused(400, "entry-condition");
        send(request("GET", "Patient?_id=x", "\"id\":\"u\"", numbered("x"))).refused(400, "entry-resource");
    }

    /** All wrong resources are told of, each with its place. */
    @Test
    void tellsTheFaultsOfAllEntries() {
        String wrong = "{\"resourceType\":\"Patient\",\"gender\":\"unheard-of\"}";

        Answer refused = send(post("", wrong), post("", numbered("order-fine")), post("", wrong))
                .accepted(400);

        assertThat(refused.expressions())
                .contains("Bundle.entry[0].resource.gender", "Bundle.entry[2].resource.gender");
        assertThat(refused.text()).doesNotContain("diagnostics");
    }

    /** A thousand entries that refer to each other: the work must not grow with the square. */
    @Test
    @Timeout(120)
    void writesAThousandLinkedEntries() {
        Stream<String> entries = IntStream.range(0, 1000)
                .mapToObj(i -> i == 0
                        ? put("Patient/order-many", patient("order-many"))
                        : put(
                                "Observation/order-" + i,
                                observation("Patient/order-many")
                                        .replaceFirst(
                                                "\\{",
                                                "{\"id\":\"order-" + i + "\",\"partOf\":[{\"reference\":"
                                                        + "\"Procedure/order-p\"}],\"hasMember\":[{\"reference\":\"Observation/order-"
                                                        + (i == 999 ? 1 : i + 1) + "\"}],")));
        caller.put(
                "/Procedure/order-p",
                "{\"resourceType\":\"Procedure\",\"id\":\"order-p\",\"status\":\"completed\",\"code\":{\"text\":\"c\"},"
                        + "\"subject\":{\"display\":\"x\"}}");

        Answer answer = caller.post("", transaction(entries)).accepted(200);

        assertThat(answer.statuses()).hasSize(1000).containsOnly("201");
        assertThat(caller.get("/Observation?subject=Patient/order-many&_summary=count")
                        .text())
                .contains("\"total\":999");
    }
}
