package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.stories.Bundles.numbered;
import static org.dripline.stories.Bundles.observation;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes by criteria instead of ids (R4, http.html#ccreate, #cond-update and "Conditional delete"). */
class ConditionalWriteStory {
    private static final String ONCE = "If-None-Exist";

    private final Caller caller = new Caller();

    private static String criteria(String number) {
        return "identifier=urn:story:number%7C" + number;
    }

    private static String named(String id, String number) {
        return numbered(number).replaceFirst("\\{", "{\"id\":\"" + id + "\",");
    }

    /** Two of them, which no criteria can tell apart. */
    private void twins(String number) {
        caller.post("/Patient", numbered(number)).accepted(201);
        caller.post("/Patient", numbered(number)).accepted(201);
    }

    /** "No matches: the server processes the create as above. One match: the server ignores the post and returns 200". */
    @ParameterizedTest
    @CsvSource({
        "plain, identifier=urn:story:number|",
        "asked, ?identifier=urn:story:number%7C",
        "typed, Patient?identifier=urn:story:number%7C",
        "whole, http://elsewhere/fhir/Patient?identifier=urn:story:number|",
    })
    void createsOnce(String number, String header) {
        String condition = header + "once-" + number;

        Answer first = caller.post("/Patient", numbered("once-" + number), ONCE, condition);
        Answer second = caller.post("/Patient", numbered("once-" + number), ONCE, condition);
        Answer minimal =
                caller.post("/Patient", numbered("once-" + number), ONCE, condition, "Prefer", "return=minimal");
        Answer told = caller.post(
                "/Patient", numbered("once-" + number), ONCE, condition, "Prefer", "return=OperationOutcome");

        first.accepted(201);
        assertThat(second.accepted(200).text()).isEqualTo(first.text());
        assertThat(second.header("ETag")).isEqualTo("W/\"1\"");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(minimal.accepted(200).text()).isEmpty();
        assertThat(told.accepted(200).resource().resourceType()).isEqualTo("OperationOutcome");
        assertThat(caller.get("/Patient?" + criteria("once-" + number)).ids()).hasSize(1);
    }

    /** "Multiple matches: the server returns a 412". */
    @Test
    void refusesToChooseAmongSeveral() {
        twins("twins");

        caller.post("/Patient", numbered("twins"), ONCE, criteria("twins")).refused(412, "criteria-multiple");
        caller.put("/Patient?" + criteria("twins"), numbered("twins")).refused(412, "criteria-multiple");
        caller.patch("/Patient?" + criteria("twins"), "[]").refused(412, "criteria-multiple");
        caller.delete("/Patient?" + criteria("twins")).refused(412, "criteria-multiple");

        assertThat(caller.get("/Patient?" + criteria("twins")).ids()).hasSize(2);
    }

    /** "Any search parameter", chained ones too. */
    @Test
    void takesSeveralParametersAndChains() {
        String patient = caller.post("/Patient", numbered("chained")).id();
        String body = observation("Patient/" + patient);
        String condition = "subject:Patient.identifier=urn:story:number|chained&status=final&code:text=c";

        caller.post("/Observation", body, ONCE, condition).accepted(201);
        caller.post("/Observation", body, ONCE, condition).accepted(200);
        caller.post("/Observation", body, ONCE, condition.replace("final", "amended"))
                .accepted(201);
    }

    @ParameterizedTest
    @CsvSource({
        "criteria-empty, ''",
        "criteria-empty, ?",
        "criteria-result, _count=1",
        "criteria-result, identifier=a&_sort=_id",
        "criteria-result, identifier=a&_summary=count",
        "criteria-result, _include=Patient:general-practitioner",
        "search-parameter, nonsense=a",
        "search-parameter, subject.identifier=a",
        "criteria-type, Practitioner?identifier=a",
    })
    void refusesCriteriaThatItDoesNotUnderstand(String rule, String criteria) {
        String body = numbered("not-understood");
        String lenient = "handling=lenient";

        caller.post("/Patient", body, ONCE, criteria, "Prefer", lenient).refused(400, rule);
        if (!criteria.isEmpty() && !criteria.contains("?")) {
            caller.put("/Patient?" + criteria, body, "Prefer", lenient).refused(400, rule);
            caller.patch("/Patient?" + criteria, "[]", "Prefer", lenient).refused(400, rule);
            caller.delete("/Patient?" + criteria, "Prefer", lenient).refused(400, rule);
        }

        assertThat(caller.get("/Patient?" + criteria("not-understood")).ids()).isEmpty();
    }

    /** An empty value must not become the wish to delete everybody. */
    @ParameterizedTest
    @ValueSource(strings = {"identifier=", "name=,", "identifier", "_id=", "&", "_format=json"})
    void neverTakesAnEmptyValueForAll(String criteria) {
        caller.put("/Patient/empty-value", Bundles.patient("empty-value"));

        caller.delete("/Patient?" + criteria).accepted(400);
        caller.put("/Patient?" + criteria, numbered("empty-value")).accepted(400);
        caller.patch("/Patient?" + criteria, "[]").accepted(400);

        caller.get("/Patient/empty-value").accepted(200);
    }

    /** "No matches, no id provided: the server creates the resource". */
    @Test
    void createsByUpdateWhatIsNotThere() {
        Answer created = caller.put("/Patient?" + criteria("upsert"), numbered("upsert"));
        Answer updated = caller.put("/Patient?" + criteria("upsert"), numbered("upsert"));

        created.accepted(201);
        assertThat(updated.accepted(200).id()).isEqualTo(created.id());
        assertThat(updated.header("ETag")).isEqualTo("W/\"2\"");
        assertThat(updated.header("Location")).endsWith("/Patient/" + created.id() + "/_history/2");
    }

    /** "No matches, id provided: … an Update as Create"; "one match": the same id or none, any other is 400. */
    @Test
    void holdsTheIdOfTheBodyAgainstWhatItFinds() {
        Answer created = caller.put("/Patient?" + criteria("own-id"), named("cond-own", "own-id"));

        assertThat(created.accepted(201).id()).isEqualTo("cond-own");
        caller.put("/Patient?" + criteria("own-id"), named("cond-own", "own-id"))
                .accepted(200);
        caller.put("/Patient?" + criteria("own-id"), numbered("own-id")).accepted(200);
        caller.put("/Patient?" + criteria("own-id"), named("cond-other", "own-id"))
                .refused(400, "id-mismatch");
        assertThat(caller.get("/Patient/cond-own").header("ETag")).isEqualTo("W/\"3\"");
    }

    /** R4 leaves open, R5 says 409: nobody is overwritten whom the criteria do not mean. */
    @Test
    void overwritesNobodyWhomTheCriteriaDoNotMean() {
        caller.put("/Patient/cond-taken", named("cond-taken", "taken"));

        caller.put("/Patient?" + criteria("free"), named("cond-taken", "free")).refused(409, "criteria-id");

        assertThat(caller.get("/Patient/cond-taken").text()).contains("\"taken\"");
    }

    @Test
    void deletesWhatIsFoundAndNothingTwice() {
        String id = caller.post("/Patient", numbered("leaving")).id();

        assertThat(caller.delete("/Patient?" + criteria("leaving"))
                        .accepted(204)
                        .header("ETag"))
                .isEqualTo("W/\"2\"");
        caller.delete("/Patient?" + criteria("leaving")).accepted(204);
        // R4 writes the slash.
        caller.delete("/Patient/?" + criteria("leaving")).accepted(204);

        caller.get("/Patient/" + id).refused(410, "deleted");
        assertThat(caller.get("/Patient/" + id + "/_history").entries()).hasSize(2);
    }

    /** "No matches: 404. One match: the server performs the update against the matching resource". */
    @Test
    void patchesWhatIsFound() {
        String operations = "[{\"op\":\"add\",\"path\":\"/active\",\"value\":true}]";
        caller.patch("/Patient?" + criteria("patched"), operations).refused(404, "not-found");
        String id = caller.post("/Patient", numbered("patched")).id();

        Answer patched =
                caller.patch("/Patient?" + criteria("patched"), operations).accepted(200);

        assertThat(patched.id()).isEqualTo(id);
        assertThat(patched.text()).contains("\"active\":true");
    }

    /** Both conditions hold, or nothing happens (R4, http.html#concurrency). */
    @Test
    void holdsTheVersionToo() {
        String path = "/Patient?" + criteria("version");
        caller.post("/Patient", numbered("version"));

        caller.put(path, numbered("version"), "If-Match", "W/\"2\"").refused(412, "precondition");
        caller.patch(path, "[]", "If-Match", "W/\"2\"").refused(412, "precondition");
        caller.delete(path, "If-Match", "W/\"2\"").refused(412, "precondition");
        caller.put(path, numbered("version"), "If-Match", "W/\"1\"").accepted(200);
        caller.delete(path, "If-Match", "W/\"2\"").accepted(204);
        caller.delete(path, "If-Match", "W/\"2\"").refused(412, "precondition");
        caller.patch(path, "[]", "If-Match", "W/\"2\"").refused(412, "precondition");
        assertThat(caller.put(path, numbered("version"), "If-Match", "W/\"1\"")
                        .refused(412, "precondition")
                        .text())
                .contains("If-Match names version 1, but the criteria name nothing.")
                .doesNotContain("Patient/");
        caller.post("/Patient", numbered("version"), ONCE, criteria("version"), "If-Match", "W/\"1\"")
                .refused(400, "if-match");

        assertThat(caller.get(path).ids()).isEmpty();
    }

    /** Of many who create the same at once one does, and the others are told of it. */
    @Test
    void letsOneOfManyWin() throws Exception {
        for (int round = 0; round < 5; round++) {
            String number = "race-" + round;
            List<Answer> answers = atOnce(6, () -> caller.post("/Patient", numbered(number), ONCE, criteria(number)));

            assertThat(answers).extracting(Answer::status).containsOnly(200, 201);
            assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
            assertThat(answers)
                    .extracting(Answer::id)
                    .containsOnly(answers.getFirst().id());
            assertThat(answers).extracting(answer -> answer.header("ETag")).containsOnly("W/\"1\"");
        }
    }

    /** None is lost, and none is made twice. */
    @Test
    void countsEveryUpdateOfMany() throws Exception {
        List<Answer> answers = atOnce(6, () -> caller.put("/Patient?" + criteria("counted"), numbered("counted")));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 201);
        assertThat(answers)
                .extracting(answer -> answer.header("ETag"))
                .containsExactlyInAnyOrder(IntStream.rangeClosed(1, 6)
                        .mapToObj(i -> "W/\"" + i + "\"")
                        .toArray(String[]::new));
        assertThat(caller.get("/Patient?" + criteria("counted")).ids()).hasSize(1);
    }

    private interface Sending {
        Answer send();
    }

    private static List<Answer> atOnce(int callers, Sending sending) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<Future<Answer>> sent = IntStream.range(0, callers)
                    .mapToObj(i -> threads.submit(sending::send))
                    .toList();
            return sent.stream().map(ConditionalWriteStory::answered).toList();
        }
    }

    private static Answer answered(Future<Answer> sent) {
        try {
            return sent.get();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
