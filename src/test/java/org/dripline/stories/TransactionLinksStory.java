package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.stories.Bundles.patient;
import static org.dripline.stories.Bundles.post;
import static org.dripline.stories.Bundles.put;
import static org.dripline.stories.Bundles.transaction;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Links between the entries of a transaction (R4, http.html#trules and bundle.html#references). */
class TransactionLinksStory {
    private static final String PATIENT = "urn:uuid:7d1f3f0e-57a3-4c39-8a53-1f6d0c7a0001";
    private static final String PROCEDURE = "urn:uuid:7d1f3f0e-57a3-4c39-8a53-1f6d0c7a0002";
    private static final String OBSERVATION = "urn:uuid:7d1f3f0e-57a3-4c39-8a53-1f6d0c7a0003";
    private static final String NEW = """
            {"resourceType":"Patient","active":true}""";

    private final Caller caller = new Caller();

    /** What each entry became, as type/id. */
    private List<String> written(String... entries) {
        return caller.post("", transaction(entries)).accepted(200).entries().stream()
                .map(entry -> entry.object("response").orElseThrow())
                .map(response -> response.text("location").orElse("").replaceAll("/_history/.*", ""))
                .toList();
    }

    /** "ids, references, elements of type uri … and href and src in the narrative". */
    @Test
    void rewritesLinksWhereverR4SaysSo() {
        String observation = """
                {"resourceType":"Observation","status":"final","code":{"text":"c"},
                 "text":{"status":"generated","div":"<div xmlns=\\"http://www.w3.org/1999/xhtml\\">%1$s<a href=\\"%1$s\\">p</a><img src=\\"%1$s\\" alt=\\"x\\"/></div>"},
                 "extension":[{"url":"urn:story:link","valueUri":"%1$s"}],
                 "note":[{"text":"%1$s"}],
                 "subject":{"reference":"%1$s"}}""".formatted(PATIENT);

        List<String> written = written(post(OBSERVATION, observation), post(PATIENT, NEW));

        assertThat(caller.get("/" + written.getFirst()).text())
                .contains("\"subject\":{\"reference\":\"" + written.get(1) + "\"}")
                .contains("\"valueUri\":\"" + written.get(1) + "\"")
                .contains("<a href=\\\"" + written.get(1) + "\\\">")
                .contains("<img src=\\\"" + written.get(1) + "\\\"")
                .contains("\"note\":[{\"text\":\"" + PATIENT + "\"}]")
                .contains(">" + PATIENT + "<a");
    }

    /** Upper and lower case of a uuid mean the same, and so do those of "urn" and "uuid" (RFC 8141, 3.1; RFC 4122, 3). */
    @Test
    void takesOneSpellingOfAUuidForTheOther() {
        String shouted = PATIENT.toUpperCase(Locale.ROOT);
        String observation = """
                {"resourceType":"Observation","status":"final","code":{"text":"c"},"note":[{"text":"%1$s"}],
                 "subject":{"reference":"%1$s"}}""".formatted(shouted);

        for (String fullUrl : List.of(PATIENT, "Urn:Uuid:" + PATIENT.substring(9), shouted)) {
            List<String> written = written(post(OBSERVATION, observation), post(fullUrl, NEW));

            assertThat(caller.get("/" + written.getFirst()).text())
                    .contains("\"subject\":{\"reference\":\"" + written.get(1) + "\"}")
                    .contains("\"text\":\"" + shouted + "\"");
        }
        caller.post("", transaction(post(PATIENT, NEW), post(shouted, NEW))).refused(400, "bdl-7");
        caller.post("", transaction(post(PROCEDURE, observation))).refused(400, "reference-unresolved");
    }

    /** "not canonicals, not identifier.value": these name things, they do not link to them. */
    @Test
    void leavesNamesAlone() {
        String response = """
                {"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"%1$s",
                 "identifier":{"system":"urn:ietf:rfc:3986","value":"%1$s"},
                 "subject":{"identifier":{"system":"urn:ietf:rfc:3986","value":"%1$s"}}}""".formatted(PATIENT);

        List<String> written = written(post(PATIENT, NEW), post(OBSERVATION, response));

        assertThat(caller.get("/" + written.get(1)).text())
                .contains("\"questionnaire\":\"" + PATIENT + "\"")
                .contains("\"identifier\":{\"system\":\"urn:ietf:rfc:3986\",\"value\":\"" + PATIENT + "\"}")
                .doesNotContain(written.getFirst());
    }

    @Test
    void followsCircles() {
        String procedure = """
                {"resourceType":"Procedure","status":"completed","code":{"text":"c"},"subject":{"reference":"%s"},
                 "partOf":[{"reference":"%s"}]}""".formatted(PATIENT, OBSERVATION);
        String observation = """
                {"resourceType":"Observation","status":"final","code":{"text":"c"},"subject":{"reference":"%s"},
                 "partOf":[{"reference":"%s"}]}""".formatted(PATIENT, PROCEDURE);

        List<String> written = written(post(PROCEDURE, procedure), post(OBSERVATION, observation), post(PATIENT, NEW));

        assertThat(caller.get("/" + written.get(0)).text())
                .contains("\"partOf\":[{\"reference\":\"" + written.get(1) + "\"}]");
        assertThat(caller.get("/" + written.get(1)).text())
                .contains("\"partOf\":[{\"reference\":\"" + written.get(0) + "\"}]");
        assertThat(caller.get("/Observation?part-of=" + written.get(0)).entries())
                .hasSize(1);
    }

    /** R4, bundle.html#references: a relative link is relative to the fullUrl of its entry. */
    @Test
    void resolvesRelativeLinksAgainstTheFullUrl() {
        String observation = """
                {"resourceType":"Observation","status":"final","code":{"text":"c"},
                 "subject":{"reference":"Patient/their-id"}}""";

        caller.put("/Patient/their-id", patient("their-id"));
        List<String> written = written(
                post("http://elsewhere.example/fhir/Patient/their-id", NEW),
                post("http://elsewhere.example/fhir/Observation/o", observation),
                post(OBSERVATION, observation));

        assertThat(caller.get("/" + written.get(1)).text()).contains("\"reference\":\"" + written.getFirst() + "\"");
        // Under a urn nothing can be relative: this one means a Patient of ours.
        assertThat(caller.get("/" + written.get(2)).text()).contains("\"reference\":\"Patient/their-id\"");
    }

    @Test
    void linksToWhatIsPutUnderItsOwnId() {
        String observation = """
                {"resourceType":"Observation","status":"final","code":{"text":"c"},"subject":{"reference":"%s"}}""".formatted(PATIENT);
        String named =
                put("Patient/link-put", patient("link-put")).replaceFirst("\\{", "{\"fullUrl\":\"" + PATIENT + "\",");

        List<String> written = written(post(OBSERVATION, observation), named);

        assertThat(caller.get("/" + written.getFirst()).text()).contains("\"reference\":\"Patient/link-put\"");
        assertThat(caller.get("/Observation?patient=link-put").entries()).hasSize(1);
    }

    /** A link to a version keeps the version. */
    @Test
    void keepsTheVersionOfALink() {
        String observation = """
                {"resourceType":"Observation","status":"final","code":{"text":"c"},
                 "subject":{"reference":"%s/_history/1"}}""".formatted(PATIENT);

        List<String> written = written(post(PATIENT, NEW), post(OBSERVATION, observation));

        assertThat(caller.get("/" + written.get(1)).text())
                .contains("\"reference\":\"" + written.getFirst() + "/_history/1\"");
        assertThat(caller.get("/Observation?subject=" + written.getFirst()).entries())
                .hasSize(1);
    }

    /** "A client can use arbitrarily chosen version references since they will all be re-assigned anyway". */
    @Test
    void pointsLinksAtTheVersionThatIsWritten() {
        caller.put("/Patient/link-versions", patient("link-versions"));
        String other = PROCEDURE.replace("0002", "0009");
        String observation = """
                {"resourceType":"Observation","status":"final","code":{"text":"c"},
                 "subject":{"reference":"%s/_history/7"},"focus":[{"reference":"%s/_history/x"}]}""".formatted(PATIENT, other);
        String updated = put("Patient/link-versions", patient("link-versions"))
                .replaceFirst("\\{", "{\"fullUrl\":\"" + PATIENT + "\",");

        List<String> written = written(post(OBSERVATION, observation), updated, post(other, NEW));

        assertThat(caller.get("/" + written.getFirst()).text())
                .contains("\"reference\":\"Patient/link-versions/_history/2\"")
                .contains("\"reference\":\"" + written.get(2) + "/_history/1\"");
    }

    /** A urn that no entry has can never be resolved again. */
    @Test
    void refusesALinkThatLeadsNowhere() {
        String observation = """
                {"resourceType":"Observation","status":"final","code":{"text":"c"},
                 "subject":{"reference":"Patient/link-x"},"partOf":[{"reference":"%s"}]}""".formatted(PROCEDURE);

        Answer refused = caller.post(
                "", transaction(put("Patient/link-nowhere", patient("link-nowhere")), post(OBSERVATION, observation)));

        assertThat(refused.refused(400, "reference-unresolved").expressions())
                .containsExactly("Bundle.entry[1].resource.partOf[0]");
        caller.get("/Patient/link-nowhere").refused(404, "not-found");
    }
}
