package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.dripline.catalog.Catalog;
import org.dripline.profile.ProfileArtefacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Searches as callers send them (R4, http.html#search and search.html). */
class SearchStory {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Caller caller = new Caller();

    SearchStory() {
        caller.put("/Patient/search", Bundles.patient("search"));
    }

    private void observation(String id, String code, String date) {
        caller.put("/Observation/" + id, """
                        {"resourceType":"Observation","id":"%s","status":"final",
                         "identifier":[{"system":"urn:story","value":"search"}],
                         "code":{"coding":[{"system":"urn:story","code":"%s"}]},
                         "subject":{"reference":"Patient/search"},"effectiveDateTime":"%s"}""".formatted(id, code, date));
    }

    /** "GET [base]/[type]?…" and "POST [base]/[type]/_search" are the same (R4, http.html#search). */
    @Test
    void findsTheSameByUrlAndByForm() {
        observation("search-form", "a|b", "2026-01-05T14:15:00+02:00");
        String query = "identifier=urn:story%7Csearch&code=urn:story%7Ca%5C%7Cb&date=2026-01-05T12:15:00Z";

        Answer byUrl = caller.get("/Observation?" + query).accepted(200);
        Answer byForm = form(query).accepted(200);
        Answer byBoth = caller.sendAs(
                FORM + ";charset=UTF-8",
                "POST",
                "/Observation/_search?identifier=urn:story%7Csearch",
                "date=2026-01-05T14:15:00%2B02:00".getBytes(StandardCharsets.UTF_8));

        assertThat(byUrl.ids()).containsExactly("search-form");
        assertThat(byForm.ids()).containsExactly("search-form");
        assertThat(byBoth.ids()).containsExactly("search-form");
        assertThat(byForm.link("self")).isEqualTo(byUrl.link("self"));
        assertThat(byUrl.resource().text("type")).contains("searchset");
        assertThat(byUrl.entries().getFirst().text("fullUrl")).contains(caller.base() + "/Observation/search-form");
    }

    private Answer form(String form) {
        return caller.sendAs(FORM, "POST", "/Observation/_search", form.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsFormsOnlyAsForms() {
        caller.sendJson("POST", "/Observation/_search", "{}").refused(415, "content-type");
        // Not Observation: other stories leave documents there that HAPI's own parser cannot read.
        caller.sendAs(FORM, "POST", "/Organization/_search", new byte[0]).accepted(200);
        form("datee=2026").refused(400, "search-parameter");
        assertThat(form("_id=none&_format=xml").accepted(200).xml()).isTrue();
    }

    /** R4, search.html#paging: pages in a stable order, the self link telling what was done. */
    @Test
    void walksThePagesNewestFirst() {
        for (int day = 1; day <= 5; day++) {
            observation("search-page-" + day, "page", "2026-02-0" + day);
        }

        Answer first = caller.get("/Observation?code=urn:story%7Cpage&_sort=-date&_count=2");
        Answer second = caller.follow(first.link("next"));
        Answer third = caller.follow(second.link("next"));

        assertThat(first.ids()).containsExactly("search-page-5", "search-page-4");
        assertThat(second.ids()).containsExactly("search-page-3", "search-page-2");
        assertThat(third.ids()).containsExactly("search-page-1");
        assertThat(third.link("next")).isEmpty();
        assertThat(caller.follow(first.link("self")).ids()).isEqualTo(first.ids());
    }

    /** R4, search.html#conformance: the self link tells what the server did: fewer on a page than asked for, too. */
    @Test
    void tellsTheCountThatWasApplied() {
        Answer found = caller.get("/Observation?code=urn:story%7Ccapped&_count=5000");

        assertThat(found.link("self")).endsWith("&_count=1000");
        assertThat(caller.follow(found.link("self")).accepted(200).link("self")).isEqualTo(found.link("self"));
    }

    /** R4, search.html#count: "_count=0" asks for the number only. */
    @Test
    void countsWithoutSendingAny() {
        observation("search-count", "count", "2026-02-01");

        Answer counted =
                caller.get("/Observation?code=urn:story%7Ccount&_count=0").accepted(200);

        assertThat(counted.entries()).isEmpty();
        assertThat(counted.text()).contains("\"total\":1");
    }

    /** All that is published can be fetched by its canonical (R4, references.html#canonical), of the types served. */
    @ParameterizedTest(name = "{0}/{1}")
    @MethodSource("published")
    void findsThePublishedDefinitionsByUrl(String type, String id, String url) {
        Answer found = caller.get("/" + type + "?url=" + url).accepted(200);

        assertThat(found.ids()).containsExactly(id);
        assertThat(found.text()).contains("\"url\":\"" + url + "\"");
        caller.get("/" + type + "/" + id).accepted(200);
    }

    static Stream<Arguments> published() {
        return ProfileArtefacts.load().all().stream()
                .filter(each -> Catalog.resources().find(each.resourceType()).isPresent())
                .filter(each -> each.text("url").isPresent())
                .map(each -> Arguments.of(
                        each.resourceType(),
                        each.text("id").orElseThrow(),
                        each.text("url").orElseThrow()));
    }
}
