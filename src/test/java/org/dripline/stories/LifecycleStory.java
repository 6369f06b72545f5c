package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dripline.document.JsonObject;
import org.junit.jupiter.api.Test;

/** A resource from its first version to its deletion and back (R4, http.html 3.1.0.1 to 3.1.0.8). */
class LifecycleStory {
    private static final String ANN = """
            {"resourceType":"Patient","name":[{"family":"Ann"}]}""";

    private final Caller caller = new Caller();

    private static String patient(String id, String family) {
        return """
                {"resourceType":"Patient","id":"%s","name":[{"family":"%s"}]}""".formatted(id, family);
    }

    /** R4, http.html#create. */
    @Test
    void createsUnderAnIdOfTheServersChoice() {
        Answer created = caller.post("/Patient", ANN).accepted(201);

        String id = created.id();
        assertThat(created.header("Location")).isEqualTo(caller.base() + "/Patient/" + id + "/_history/1");
        assertThat(created.header("ETag")).isEqualTo("W/\"1\"");
        assertThat(created.header("Last-Modified")).endsWith("GMT");
        assertThat(caller.follow(created.header("Location")).accepted(200).text())
                .isEqualTo(created.text());
    }

    /** "If an id is provided, the server SHALL ignore it" (R4, http.html#create). */
    @Test
    void ignoresTheIdOfACreate() {
        Answer created = caller.post("/Patient", patient("my-own", "Ann")).accepted(201);

        assertThat(created.id()).isNotEqualTo("my-own");
        caller.get("/Patient/my-own").refused(404, "not-found");
    }

    /** R4, http.html#upsert: the client may choose the id. */
    @Test
    void createsByPutAndUpdates() {
        Answer created = caller.put("/Patient/cycle-put", patient("cycle-put", "Ann"));
        Answer updated = caller.put("/Patient/cycle-put", patient("cycle-put", "Bea"));

        created.accepted(201);
        assertThat(created.header("Location")).endsWith("/Patient/cycle-put/_history/1");
        updated.accepted(200);
        assertThat(updated.header("Location")).endsWith("/Patient/cycle-put/_history/2");
        assertThat(updated.header("ETag")).isEqualTo("W/\"2\"");
        assertThat(caller.get("/Patient/cycle-put").text()).contains("Bea").isEqualTo(updated.text());
        assertThat(caller.get("/Patient/cycle-put/_history/1").accepted(200).text())
                .contains("Ann");
    }

    /** R4, http.html#update: "the resource SHALL contain an id element that has an identical value to the [id]". */
    @Test
    void refusesAnUpdateWhoseIdsDiffer() {
        Answer other = caller.put("/Patient/cycle-id", patient("another", "Ann"));
        Answer none = caller.put("/Patient/cycle-id", ANN);

        assertThat(other.refused(400, "id-mismatch").expressions()).containsExactly("Patient.id");
        none.refused(400, "id-mismatch");
        caller.get("/Patient/cycle-id").refused(404, "not-found");
    }

    /** R4, http.html#delete and #vread: the deletion is gone, what went before can still be read. */
    @Test
    void tellsTheDeletedFromTheUnknown() {
        caller.put("/Patient/cycle-gone", patient("cycle-gone", "Ann"));

        Answer deleted = caller.delete("/Patient/cycle-gone").accepted(204);

        assertThat(deleted.header("ETag")).isEqualTo("W/\"2\"");
        assertThat(caller.get("/Patient/cycle-gone").refused(410, "deleted").header("ETag"))
                .isEqualTo("W/\"2\"");
        caller.get("/Patient/cycle-gone/_history/2").refused(410, "deleted");
        assertThat(caller.get("/Patient/cycle-gone/_history/1").accepted(200).text())
                .contains("Ann");
        caller.get("/Patient/cycle-gone/_history/3").refused(404, "not-found");
        assertThat(caller.get("/Patient?_id=cycle-gone").ids()).isEmpty();
    }

    /** "No effect if already deleted" (R4, http.html#delete). */
    @Test
    void deletesTwiceLikeOnce() {
        caller.put("/Patient/cycle-twice", patient("cycle-twice", "Ann"));
        caller.delete("/Patient/cycle-twice").accepted(204);

        caller.delete("/Patient/cycle-twice").accepted(204);
        caller.delete("/Patient/cycle-never").accepted(204);

        assertThat(caller.get("/Patient/cycle-twice/_history").entries()).hasSize(2);
        caller.get("/Patient/cycle-never").refused(404, "not-found");
    }

    /** "An update to a deleted resource brings it back", its versions counting on (R4, http.html#delete). */
    @Test
    void bringsADeletedResourceBackByPut() {
        caller.put("/Patient/cycle-back", patient("cycle-back", "Ann"));
        caller.delete("/Patient/cycle-back");

        Answer back = caller.put("/Patient/cycle-back", patient("cycle-back", "Bea"));

        back.accepted(201);
        assertThat(back.header("ETag")).isEqualTo("W/\"3\"");
        assertThat(caller.get("/Patient/cycle-back").accepted(200).text()).contains("Bea");
        assertThat(caller.get("/Patient?_id=cycle-back").ids()).containsExactly("cycle-back");
    }

    /** R4, http.html#history: newest first, a deletion is an entry without a resource. */
    @Test
    void tellsTheHistoryNewestFirst() {
        caller.put("/Patient/cycle-past", patient("cycle-past", "Ann"));
        caller.put("/Patient/cycle-past", patient("cycle-past", "Bea"));
        caller.delete("/Patient/cycle-past");
        caller.put("/Patient/cycle-past", patient("cycle-past", "Cid"));

        Answer history = caller.get("/Patient/cycle-past/_history").accepted(200);

        assertThat(history.resource().text("type")).contains("history");
        assertThat(requests(history))
                .containsExactly(
                        "PUT Patient/cycle-past 201 W/\"4\"",
                        "DELETE Patient/cycle-past 204 W/\"3\"",
                        "PUT Patient/cycle-past 200 W/\"2\"",
                        "PUT Patient/cycle-past 201 W/\"1\"");
        assertThat(history.entries().get(1).get("resource")).isNull();
        assertThat(history.entries())
                .allSatisfy(entry -> assertThat(entry.text("fullUrl")).contains(caller.base() + "/Patient/cycle-past"));
    }

    /** A creation by POST is told as one, so that whoever replays the history does what was done. */
    @Test
    void tellsAPostFromAPut() {
        String id = caller.post("/Patient", ANN).id();

        assertThat(requests(caller.get("/Patient/" + id + "/_history"))).containsExactly("POST Patient 201 W/\"1\"");
    }

    private static List<String> requests(Answer history) {
        return history.entries().stream()
                .map(entry -> {
                    JsonObject request = entry.object("request").orElseThrow();
                    JsonObject response = entry.object("response").orElseThrow();
                    return String.join(
                            " ",
                            request.text("method").orElse(""),
                            request.text("url").orElse(""),
                            response.text("status").orElse(""),
                            response.text("etag").orElse(""));
                })
                .toList();
    }

    /** Paging as in searches (R4, http.html#paging). */
    @Test
    void pagesThroughAHistory() {
        for (int version = 1; version <= 5; version++) {
            caller.put("/Patient/cycle-pages", patient("cycle-pages", "V" + version));
        }

        Answer first = caller.get("/Patient/cycle-pages/_history?_count=2").accepted(200);
        Answer second = caller.follow(first.link("next")).accepted(200);
        Answer third = caller.follow(second.link("next")).accepted(200);

        assertThat(first.text()).contains("V5", "V4").doesNotContain("V3");
        assertThat(second.text()).contains("V3", "V2").doesNotContain("V4", "V1");
        assertThat(third.text()).contains("V1").doesNotContain("V2");
        assertThat(third.link("next")).isEmpty();
        assertThat(first.link("self")).isEqualTo(caller.base() + "/Patient/cycle-pages/_history?_count=2");
    }

    /** R4, http.html#history: {@code _since} leaves out what is older. */
    @Test
    void tellsOnlyTheHistorySince() {
        caller.put("/Patient/cycle-since", patient("cycle-since", "Ann"));

        assertThat(caller.get("/Patient/cycle-since/_history?_since=2999-01-01T00:00:00Z")
                        .accepted(200)
                        .entries())
                .isEmpty();
        assertThat(caller.get("/Patient/cycle-since/_history?_since=2000-01-01T00:00:00%2B01:00")
                        .entries())
                .hasSize(1);
        caller.get("/Patient/cycle-since/_history?_since=yesterday").refused(400, "parameter-value");
        caller.get("/Patient/cycle-unknown/_history").refused(404, "not-found");
    }
}
