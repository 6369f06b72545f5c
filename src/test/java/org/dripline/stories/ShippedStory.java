package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The Questionnaires that come with the server stay as they are, and a clinic has its own beside them. */
class ShippedStory {
    private static final String SHIPPED = "Questionnaire/phq-9";
    private static final String URL = "https://fhir.dripline.example/Questionnaire/phq-9";
    private static final String RETIRE = "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"retired\"}]";

    private final Caller caller = new Caller();

    private static String questionnaire(String id, String url) {
        return """
                {"resourceType":"Questionnaire","id":"%s","url":"%s","status":"active"}""".formatted(id, url);
    }

    @Test
    void refusesToWriteOverThem() {
        String body = questionnaire("phq-9", URL);
        String before = caller.get('/' + SHIPPED).accepted(200).text();

        List<Answer> refused = List.of(
                caller.put('/' + SHIPPED, body),
                caller.put("/Questionnaire?url=" + URL, body),
                caller.patch('/' + SHIPPED, RETIRE),
                caller.patch("/Questionnaire?url=" + URL, RETIRE),
                caller.delete('/' + SHIPPED),
                caller.delete("/Questionnaire?url=" + URL));

        assertThat(refused)
                .allSatisfy(answer -> assertThat(
                                answer.refused(405, "shipped-read-only").text())
                        .contains("comes with the server", "an id and a url of its own"));
        assertThat(caller.get('/' + SHIPPED).text()).isEqualTo(before);
    }

    @Test
    void refusesToWriteOverThemInBundles() {
        String body = questionnaire("phq-9", URL);

        List<String> entries =
                List.of(Bundles.put(SHIPPED, body), Bundles.patch(SHIPPED, RETIRE), Bundles.delete(SHIPPED));

        for (String entry : entries) {
            assertThat(caller.post("", Bundles.transaction(entry))
                            .refused(400, "shipped-read-only")
                            .expressions())
                    .containsExactly("Bundle.entry[0].request.url");
            Answer batch = caller.post("", Bundles.batch(entry)).accepted(200);
            assertThat(batch.statuses()).containsExactly("405");
            assertThat(batch.rules(0)).containsExactly("shipped-read-only");
        }
    }

    /** Of two definitions with one url nobody could tell which is meant. */
    @Test
    void refusesASecondOneUnderTheSameUrl() {
        String second = questionnaire("mine", URL);

        assertThat(caller.post("/Questionnaire", second)
                        .refused(422, "shipped-url")
                        .expressions())
                .containsExactly("Questionnaire.url");
        caller.put("/Questionnaire/mine", second).refused(422, "shipped-url");
        assertThat(caller.post("", Bundles.transaction(Bundles.post("", second)))
                        .refused(422, "shipped-url")
                        .expressions())
                .containsExactly("Bundle.entry[0].resource.url");
    }

    @Test
    void takesAScaleOfAClinic() {
        String own = questionnaire("our-scale", "https://clinic.example/Questionnaire/our-scale");

        caller.put("/Questionnaire/our-scale", own).accepted(201);
        caller.patch("/Questionnaire/our-scale", RETIRE).accepted(200);
        caller.delete("/Questionnaire/our-scale").accepted(204);
        caller.post("/Questionnaire", own.replace("our-scale", "phq-9-b"), "If-None-Exist", "url=" + URL)
                .accepted(200);
    }
}
