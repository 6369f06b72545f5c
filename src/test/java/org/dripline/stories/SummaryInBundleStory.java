package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dripline.document.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An EHR takes and files the summaries of a day in one request. */
class SummaryInBundleStory {
    private final Caller caller = new Caller();
    private String operation = "";

    @BeforeEach
    void sendTheGoldenCourse() throws IOException {
        String bundle = Files.readString(Path.of("fhir-profiles/examples/visits/golden-course.json"));
        operation = caller.post("", bundle).accepted(200).written().stream()
                        .filter(place -> place.startsWith("CarePlan/"))
                        .map(place -> place.replaceFirst("/_history/.*", ""))
                        .findFirst()
                        .orElseThrow()
                + "/$treatment-summary";
    }

    private Answer send(String type) {
        return caller.post("", """
                {"resourceType":"Bundle","type":"%s","entry":[
                  {"request":{"method":"GET","url":"%s?scale=madrs"}},
                  {"request":{"method":"POST","url":"%s"},
                   "resource":{"resourceType":"Parameters","parameter":[{"name":"persist","valueBoolean":true}]}}]}
                """.formatted(type, operation, operation));
    }

    @Test
    void isTakenAndStoredInABatch() {
        Answer answer = send("batch").accepted(200);
        assertThat(answer.text()).contains("MADRS: 33 to 12 on 2026-01-23 (-63.6 %)");
        JsonObject stored = answer.entries().getLast().object("resource").orElseThrow();
        assertThat(caller.get("/Bundle/" + stored.text("id").orElseThrow())
                        .accepted(200)
                        .resource())
                .isEqualTo(stored);
    }

    /** It would be stored beside what the transaction writes, not with it. */
    @Test
    void isNotStoredInATransaction() {
        assertThat(send("transaction").refused(400, "entry-url").text())
                .contains("Bundle.entry[1].request.url", "batch");
    }
}
