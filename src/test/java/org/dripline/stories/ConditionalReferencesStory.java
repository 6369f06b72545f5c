package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.stories.Bundles.delete;
import static org.dripline.stories.Bundles.numbered;
import static org.dripline.stories.Bundles.observation;
import static org.dripline.stories.Bundles.patient;
import static org.dripline.stories.Bundles.post;
import static org.dripline.stories.Bundles.put;
import static org.dripline.stories.Bundles.transaction;

import org.junit.jupiter.api.Test;

/** References that are searches (R4, http.html#trules, "Conditional References"). */
class ConditionalReferencesStory {
    private final Caller caller = new Caller();

    private Answer send(String... entries) {
        return caller.post("", transaction(entries));
    }

    private static String patientBy(String number) {
        return "Patient?identifier=urn:story:number|" + number;
    }

    private String subject(String observation) {
        return caller.get("/" + observation)
                .resource()
                .object("subject")
                .flatMap(subject -> subject.text("reference"))
                .orElse("");
    }

    /** "If there is a single match, the server replaces the search URI with a reference to the matching resource". */
    @Test
    void nameWhatIsThere() {
        String id = caller.post("/Patient", numbered("ref-there")).id();

        Answer answer = send(post("", observation(patientBy("ref-there")))).accepted(200);

        assertThat(subject(answer.written().getFirst())).isEqualTo("Patient/" + id);
    }

    /** They are resolved last, and so may name what the same transaction makes, however it does. */
    @Test
    void nameWhatIsBeingMade() {
        Answer posted = send(post("", observation(patientBy("ref-posted"))), post("", numbered("ref-posted")))
                .accepted(200);
        Answer upserted = send(
                        post("", observation(patientBy("ref-upserted"))),
                        put(patientBy("ref-upserted"), numbered("ref-upserted")))
                .accepted(200);

        assertThat(subject(posted.written().getFirst()))
                .isEqualTo(posted.written().get(1));
        assertThat(subject(upserted.written().getFirst()))
                .isEqualTo(upserted.written().get(1));
    }

    @Test
    void closeCircles() {
        String first = """
                {"resourceType":"Observation","identifier":[{"value":"ref-first"}],"status":"final","code":{"text":"c"},
                 "hasMember":[{"reference":"Observation?identifier=ref-second"}]}""";
        String second = first.replace("ref-first", "ref-swap")
                .replace("ref-second", "ref-first")
                .replace("ref-swap", "ref-second");

        Answer answer = send(post("", first), post("", second)).accepted(200);

        assertThat(caller.get("/" + answer.written().getFirst()).text())
                .contains("\"hasMember\":[{\"reference\":\"" + answer.written().get(1) + "\"}]");
        assertThat(caller.get("/" + answer.written().get(1)).text())
                .contains("\"hasMember\":[{\"reference\":\"" + answer.written().getFirst() + "\"}]");
    }

    /** One may find its target only through another. */
    @Test
    void followOthers() {
        String report = """
                {"resourceType":"Observation","status":"final","code":{"text":"c"},
                 "hasMember":[{"reference":"Observation?subject:Patient.identifier=ref-chained"}]}""";

        Answer answer = send(
                        post("", report),
                        post("", observation("Patient?identifier=ref-chained")),
                        post("", numbered("ref-chained")))
                .accepted(200);

        assertThat(caller.get("/" + answer.written().getFirst()).text())
                .contains("\"reference\":\"" + answer.written().get(1) + "\"");
    }

    /** "If there are no matches, or multiple matches, the transaction fails". */
    @Test
    void failWhenTheyNameNoneOrSeveral() {
        caller.post("/Patient", numbered("ref-twin"));
        caller.post("/Patient", numbered("ref-twin"));

        Answer none = send(post("", numbered("ref-other")), post("", observation(patientBy("ref-nobody"))));
        Answer several = send(post("", numbered("ref-other")), post("", observation(patientBy("ref-twin"))));
        Answer twice = send(
                post("", numbered("ref-other")),
                post("", observation(patientBy("ref-other"))),
                put("Patient/ref-again", numbered("ref-other").replaceFirst("\\{", "{\"id\":\"ref-again\",")));

        assertThat(none.refused(422, "reference-conditional").expressions())
                .containsExactly("Bundle.entry[1].resource.subject.reference");
        assertThat(several.refused(412, "reference-conditional").expressions())
                .containsExactly("Bundle.entry[1].resource.subject.reference");
        twice.refused(412, "reference-conditional");
        assertThat(caller.get("/Patient?identifier=ref-other").ids()).isEmpty();
    }

    /** Resolved after the deletions: of two one is left. */
    @Test
    void nameWhatIsLeft() {
        caller.put("/Patient/ref-left", numbered("ref-two").replaceFirst("\\{", "{\"id\":\"ref-left\","));
        caller.put("/Patient/ref-leaving", numbered("ref-two").replaceFirst("\\{", "{\"id\":\"ref-leaving\","));

        Answer answer = send(delete("Patient/ref-leaving"), post("", observation(patientBy("ref-two"))))
                .accepted(200);

        assertThat(subject(answer.written().get(1))).isEqualTo("Patient/ref-left");
    }

    /** "Only filtering parameters are allowed". */
    @Test
    void failWhenTheyAreNoCriteria() {
        Answer result = send(post("", observation("Patient?_sort=_id")));
        Answer unknown = send(post("", observation("Patient?nonsense=1")));
        Answer type = send(post("", observation("Nonsense?identifier=1")));

        assertThat(result.refused(400, "criteria-result").expressions())
                .containsExactly("Bundle.entry[0].resource.subject.reference");
        unknown.refused(400, "search-parameter");
        type.refused(400, "type-unknown");
        send(post("", observation("Patient?"))).refused(400, "criteria-empty");
    }

    /** A single write is a transaction of its own; stored as it is, the search would never be resolved again. */
    @Test
    void areResolvedInASingleWriteToo() {
        String id = caller.put(
                        "/Patient/ref-single", numbered("ref-single").replaceFirst("\\{", "{\"id\":\"ref-single\","))
                .accepted(201)
                .id();

        Answer created = caller.post("/Observation", observation(patientBy("ref-single")))
                .accepted(201);
        Answer refused = caller.post("/Observation", observation(patientBy("ref-nobody")));

        assertThat(created.text()).contains("\"reference\":\"Patient/" + id + "\"");
        assertThat(refused.refused(422, "reference-conditional").expressions())
                .containsExactly("Observation.subject.reference");
    }

    /** "All references", those in extensions and in contained resources too; what only looks like one stays. */
    @Test
    void standWhereverReferencesDo() {
        caller.put("/Patient/ref-everywhere", patient("ref-everywhere"));
        String search = "Patient?_id=ref-everywhere";
        String body = """
                {"resourceType":"Observation","status":"final","code":{"text":"%1$s"},
                 "contained":[{"resourceType":"Observation","id":"c","status":"final","code":{"text":"c"},
                  "subject":{"reference":"%1$s"}}],
                 "hasMember":[{"reference":"#c"}],
                 "extension":[{"url":"urn:story:x","valueReference":{"reference":"%1$s"}}]}""".formatted(search);

        Answer answer = send(post("", body)).accepted(200);

        assertThat(caller.get("/" + answer.written().getFirst()).text())
                .contains("\"code\":{\"text\":\"" + search + "\"}")
                .contains("\"subject\":{\"reference\":\"Patient/ref-everywhere\"}")
                .contains("\"valueReference\":{\"reference\":\"Patient/ref-everywhere\"}");
    }
}
