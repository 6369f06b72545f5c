package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.dripline.document.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An EHR that keeps up with the clinic, and an auditor who asks what was known when (R4, http.html#history). */
class HistoryStory {
    private final Caller caller = new Caller();

    private Answer patient(String id, String family) {
        return caller.put("/Patient/" + id, """
                {"resourceType":"Patient","id":"%s","name":[{"family":"%s"}]}""".formatted(id, family));
    }

    private static String lastUpdated(Answer answer) {
        return answer.resource()
                .object("meta")
                .orElseThrow()
                .text("lastUpdated")
                .orElseThrow();
    }

    /** The entries of a history as {@code METHOD url status etag}, those of the story only. */
    private static List<String> told(Answer history, String story) {
        return history.accepted(200).entries().stream()
                .filter(entry -> entry.text("fullUrl").orElse("").contains(story))
                .map(HistoryStory::told)
                .toList();
    }

    private static String told(JsonObject entry) {
        JsonObject request = entry.object("request").orElseThrow();
        JsonObject response = entry.object("response").orElseThrow();
        return String.join(
                " ",
                request.text("method").orElse(""),
                request.text("url").orElse(""),
                response.text("status").orElse(""),
                response.text("etag").orElse(""));
    }

    /** Loads what there is, stores the link, asks again later, and gets exactly what was done since, in its order. */
    @Test
    void keepsUpWithAllThatHappens() {
        String begun = lastUpdated(patient("feed-ann", "Ann"));
        patient("feed-bea", "Bea");

        Answer first = caller.get("/Patient/_history?_sort=_lastUpdated&_since=" + begun);
        patient("feed-ann", "Anna");
        caller.delete("/Patient/feed-bea").accepted(204);
        Answer second = caller.follow(first.link("next"));
        Answer third = caller.follow(second.link("next"));
        String created = caller.post("/Practitioner", "{\"resourceType\":\"Practitioner\"}")
                .accepted(201)
                .id();
        patient("feed-bea", "Beate");
        Answer fourth = caller.follow(third.link("next"));

        assertThat(told(first, "/feed-"))
                .containsExactly("PUT Patient/feed-ann 201 W/\"1\"", "PUT Patient/feed-bea 201 W/\"1\"");
        assertThat(told(second, "/feed-"))
                .containsExactly("PUT Patient/feed-ann 200 W/\"2\"", "DELETE Patient/feed-bea 204 W/\"2\"");
        assertThat(third.accepted(200).entries()).isEmpty();
        assertThat(third.link("self")).isEqualTo(second.link("next"));
        assertThat(told(fourth, "/feed-")).containsExactly("PUT Patient/feed-bea 201 W/\"3\"");
        assertThat(told(caller.get("/_history?_sort=_lastUpdated&_count=1000&_since=" + begun), created))
                .containsExactly("POST Practitioner 201 W/\"1\"");
    }

    /** A small {@code _count} gives the same in more pages, while others go on writing. */
    @Test
    void followsInSmallPagesWhileOthersWrite() {
        String begun = lastUpdated(patient("page-0", "P"));
        for (int i = 1; i < 5; i++) {
            patient("page-" + i, "P");
        }
        Answer page = caller.get("/Patient/_history?_sort=_lastUpdated&_count=2&_since=" + begun);
        StringBuilder met = new StringBuilder();
        while (!page.accepted(200).entries().isEmpty()) {
            assertThat(page.entries()).hasSizeLessThanOrEqualTo(2);
            told(page, "/page-").forEach(line -> met.append(line).append('\n'));
            if (met.toString().contains("page-1") && !met.toString().contains("page-4")) {
                caller.delete("/Patient/page-0");
            }
            page = caller.follow(page.link("next"));
        }
        assertThat(met.toString()).isEqualTo("""
                PUT Patient/page-0 201 W/"1"
                PUT Patient/page-1 201 W/"1"
                PUT Patient/page-2 201 W/"1"
                PUT Patient/page-3 201 W/"1"
                PUT Patient/page-4 201 W/"1"
                DELETE Patient/page-0 204 W/"2"
                """);
    }

    /** "Current at some point during the time period": a version counts from its instant to that of the next. */
    @Test
    void tellsWhatWasKnownWhen() throws InterruptedException {
        String first = lastUpdated(patient("past-when", "Ann"));
        Thread.sleep(5);
        String second = lastUpdated(patient("past-when", "Anna"));
        Thread.sleep(5);
        caller.delete("/Patient/past-when").accepted(204);
        String before = Instant.parse(second).minusMillis(1).toString();

        assertThat(told(caller.get("/Patient/past-when/_history?_at=1999"), "/past-when"))
                .isEmpty();
        assertThat(told(caller.get("/Patient/past-when/_history?_at=" + first), "/past-when"))
                .containsExactly("PUT Patient/past-when 201 W/\"1\"");
        assertThat(told(caller.get("/Patient/past-when/_history?_at=" + before), "/past-when"))
                .containsExactly("PUT Patient/past-when 201 W/\"1\"");
        assertThat(told(caller.get("/Patient/past-when/_history?_at=" + second), "/past-when"))
                .containsExactly("PUT Patient/past-when 200 W/\"2\"");
        assertThat(told(caller.get("/Patient/past-when/_history?_at=2999-12-31"), "/past-when"))
                .containsExactly("DELETE Patient/past-when 204 W/\"3\"");
        assertThat(told(caller.get("/Patient/past-when/_history?_at=" + first.substring(0, 4)), "/past-when"))
                .containsExactly(
                        "DELETE Patient/past-when 204 W/\"3\"",
                        "PUT Patient/past-when 200 W/\"2\"",
                        "PUT Patient/past-when 201 W/\"1\"");
        assertThat(told(
                        caller.get("/Patient/past-when/_history?_at=" + first.substring(0, 4) + "&_since=" + second),
                        "/past-when"))
                .hasSize(2);
        assertThat(told(caller.get("/Patient/_history?_count=1000&_at=" + before), "/past-when"))
                .containsExactly("PUT Patient/past-when 201 W/\"1\"");
        assertThat(told(caller.get("/_history?_count=1000&_at=" + second), "/past-when"))
                .containsExactly("PUT Patient/past-when 200 W/\"2\"");
    }

    /** What a history holds is, byte for byte, what vread gives. */
    @Test
    void agreesWithEachVersionReadAlone() {
        patient("past-agree", "Ann");
        patient("past-agree", "Anna");
        for (String path : List.of("/Patient/past-agree/_history", "/Patient/_history", "/_history")) {
            String bundle = caller.get(path + "?_count=1000").accepted(200).text();
            for (int version = 1; version <= 2; version++) {
                assertThat(bundle)
                        .contains(caller.get("/Patient/past-agree/_history/" + version)
                                .accepted(200)
                                .text());
            }
        }
    }

    @Test
    void speaksXmlAndHeadAndKeepsBothInItsLinks() {
        patient("past-form", "Ann");
        patient("past-form", "Anna");
        Answer xml =
                caller.get("/Patient/past-form/_history?_count=1&_format=xml").accepted(200);

        assertThat(xml.xml()).isTrue();
        assertThat(xml.link("self")).isEqualTo(caller.base() + "/Patient/past-form/_history?_count=1&_format=xml");
        assertThat(caller.follow(xml.link("next")).xml()).isTrue();
        assertThat(told(caller.follow(xml.link("next")), "/past-form"))
                .containsExactly("PUT Patient/past-form 201 W/\"1\"");
        assertThat(caller.send("HEAD", "/_history").accepted(200).text()).isEmpty();
    }

    /** {@code _summary} and {@code _elements} work on all interactions that return resources (R4, http.html#general). */
    @Test
    void cutsTheResourcesAsReadsDo() {
        patient("past-cut", "Ann");
        Answer cut = caller.get("/Patient/past-cut/_history?_sort=_lastUpdated&_elements=gender");

        assertThat(cut.accepted(200).text()).contains("SUBSETTED").doesNotContain("Ann");
        assertThat(cut.link("next")).contains("_elements=gender");
        assertThat(caller.get("/Patient/_history?_summary=text&_count=1")
                        .accepted(200)
                        .text())
                .contains("SUBSETTED");
        caller.get("/Patient/past-cut/_history?_elements=dose").refused(400, "subset-element");
        caller.get("/_history?_summary=count").refused(400, "subset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/_history", "/Patient/_history", "/Patient/past-unasked/_history"})
    void refusesWhatItDoesNotKnow(String path) {
        patient("past-unasked", "Ann");
        assertThat(caller.get(path + "?_list=1")
                        .refused(400, "parameter-unknown")
                        .text())
                .contains("_at, _count, _elements, _format, _page, _pretty, _since, _sort, _summary.");
        caller.get(path + "?_count=0").refused(400, "parameter-value");
        caller.get(path + "?_since=2026-11-01").refused(400, "parameter-value");
        caller.get(path + "?_at=someday").refused(400, "parameter-value");
        caller.get(path + "?_since=2026-11-01T00:00:00Z&_since=2026-11-01T00:00:00Z")
                .refused(400, "parameter-repeated");
        caller.get(path + "?_page=made-up").refused(400, "page-token");
    }
}
