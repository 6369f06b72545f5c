package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not served is refused clearly, with an OperationOutcome in the format asked for (R4, http.html#Status-Codes). */
class RefusalStory {
    private static final String PATIENT = """
            {"resourceType":"Patient","id":"refusal"}""";

    private final Caller caller = new Caller();

    @Test
    void namesTheNearestTypeServed() {
        Answer refused = caller.get("/Procedur/1").refused(404, "type-unknown");

        assertThat(refused.text()).contains("The nearest one served is Procedure;");
        caller.post("/procedure", "{}").refused(404, "type-unknown");
        caller.get("/Patient/never-was").refused(404, "not-found");
    }

    /** R4, search.html#errors: a parameter that is not understood must not be passed over in silence. */
    @Test
    void namesTheNearestParameterOfASearch() {
        Answer refused = caller.get("/Observation?datee=2026").refused(400, "search-parameter");

        assertThat(refused.text()).contains("Did you mean date?");
        caller.get("/Observation?code:exact=x").refused(400, "search-modifier");
        caller.get("/Observation?_sort=subjekt").refused(400, "search-sort");
        caller.get("/Observation?_count=many").refused(400, "search-count");
        caller.get("/Observation?date=yesterday").refused(400, "search-date");
        caller.get("/Patient/1?_total=none").refused(400, "parameter-unknown");
        caller.post("/Patient?x=y", PATIENT).refused(400, "parameter-unknown");
    }

    /** "405 Method Not Allowed", with the methods that are (RFC 9110, 10.2.1). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "BREW /Patient > DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT",
                "POST /Patient/1 > DELETE, GET, HEAD, OPTIONS, PATCH, PUT",
                "BREW /Patient/1 > DELETE, GET, HEAD, OPTIONS, PATCH, PUT",
                "GET /Patient/_search > OPTIONS, POST",
                "PUT /Patient/_search > OPTIONS, POST",
                "GET /Patient/$validate > OPTIONS, POST",
                "PUT /Patient/1/$validate > OPTIONS, POST",
                "POST /_history > GET, HEAD, OPTIONS",
                "DELETE /Patient/_history > GET, HEAD, OPTIONS",
                "POST /Patient/1/_history > GET, HEAD, OPTIONS",
                "DELETE /Patient/1/_history > GET, HEAD, OPTIONS",
                "PUT /Patient/1/_history/1 > GET, HEAD, OPTIONS",
                "DELETE /Patient/1/_history/1 > GET, HEAD, OPTIONS",
                "POST /metadata > GET, HEAD, OPTIONS",
                "DELETE '' > GET, HEAD, OPTIONS, POST",
                "PUT / > GET, HEAD, OPTIONS, POST",
                "DELETE /Patient/1/Observation > GET, HEAD, OPTIONS",
                "GET /Patient/1/Observation/_search > OPTIONS, POST"
            })
    void tellsWhichMethodsAPathKnows(String request, String allowed) {
        String method = request.substring(0, request.indexOf(' '));
        String path = request.substring(request.indexOf(' ') + 1).replace("'", "");

        Answer refused = caller.sendJson(method, path, PATIENT).refused(405, "method-not-allowed");
        Answer options = caller.send("OPTIONS", path).accepted(200);

        assertThat(refused.header("Allow")).isEqualTo(allowed).isEqualTo(options.header("Allow"));
        assertThat(options.text()).isEmpty();
    }

    /** A type is written to by criteria (R4, http.html#cond-update); without any it is told that they are missing. */
    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void namesTheCriteriaThatAWriteToATypeLacks(String method) {
        for (String path : List.of("/Patient", "/Patient/?", "/Patient?_format=json")) {
            assertThat(caller.sendJson(method, path, PATIENT)
                            .refused(400, "criteria-empty")
                            .text())
                    .contains("need at least one search parameter");
        }
    }

    /** Tomcat itself keeps TRACE away, which would send headers back. */
    @Test
    void refusesTrace() {
        assertThat(caller.send("TRACE", "/Patient/1", "X-Secret", "quoted")
                        .refused(405, "method-not-allowed")
                        .text())
                .doesNotContain("quoted");
    }

    /** Types that come from the jar are read, not written. */
    @ParameterizedTest
    @ValueSource(strings = {"StructureDefinition", "CodeSystem", "ValueSet", "SearchParameter"})
    void keepsItsOwnDefinitionsReadOnly(String type) {
        String body = "{\"resourceType\":\"" + type + "\",\"id\":\"mine\"}";

        assertThat(caller.post("/" + type, body)
                        .refused(405, "method-not-allowed")
                        .header("Allow"))
                .isEqualTo("GET, HEAD, OPTIONS");
        assertThat(caller.put("/" + type + "/mine", body)
                        .refused(405, "method-not-allowed")
                        .text())
                .contains("make run PROFILES=folder");
        caller.delete("/" + type + "/mine").refused(405, "method-not-allowed");
    }

    /** "415 Unsupported Media Type" (R4, http.html#mime-type). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/fhir+turtle",
                "application/fhir+json; charset=ISO-8859-1",
                "application/fhir+json; fhirVersion=5.0",
                "json",
                "*/*"
            })
    void readsOnlyJsonAndXmlOfR4(String contentType) {
        byte[] body = PATIENT.getBytes(StandardCharsets.UTF_8);

        caller.sendAs(contentType, "POST", "/Patient", body).refused(415, "content-type");
        caller.sendAs(contentType, "PUT", "/Patient/refusal", body).refused(415, "content-type");
        caller.sendAs(contentType, "POST", "/Patient/$validate", body).refused(415, "content-type");
    }

    @Test
    void readsTheOtherNamesOfItsFormats() {
        byte[] body = PATIENT.getBytes(StandardCharsets.UTF_8);

        caller.sendAs("application/json; charset=utf-8", "POST", "/Patient", body)
                .accepted(201);
        caller.sendAs("application/fhir+json; fhirVersion=4.0", "POST", "/Patient", body)
                .accepted(201);
        caller.send("POST", "/Patient").refused(415, "content-type");
    }

    /** The same refusals in XML, by header or by URL. */
    @ParameterizedTest
    @CsvSource({
        "GET, /Procedur, 404",
        "GET, /Patient/never-was, 404",
        "PATCH, /Patient/$validate, 405",
        "TRACE, /Patient/1, 405",
        "POST, /Patient, 415",
        "GET, /Observation?datee=2026, 400",
        "GET, /metadata?mode=terminology, 501",
        "POST, /Patient/$merge, 404",
        "GET, /Patient/a/b/c/d/e, 404",
        "GET, /Observation/1/Patient, 404",
        "GET, /Patient/1/Questionnaire, 400",
        "GET, /Patient/%zz, 400"
    })
    void refusesInXmlWhoeverWantsXml(String method, String path, int status) {
        String target = path.replace("%zz", "%E4");

        Answer byHeader = caller.send(method, target, "Accept", "application/fhir+xml");

        assertThat(byHeader.accepted(status).xml()).isTrue();
    }

    @Test
    void refusesInTheFormatOfTheUrl() {
        assertThat(caller.get("/Procedur?_format=xml").accepted(404).xml()).isTrue();
        assertThat(caller.get("/Patient/gone-for-ever?_format=json", "Accept", "application/fhir+xml")
                        .accepted(404)
                        .xml())
                .isFalse();
    }

    /** R4, http.html#delete: 410 also in XML. */
    @Test
    void tellsInXmlThatItIsGone() {
        caller.put("/Patient/refusal-gone", PATIENT.replace("refusal", "refusal-gone"));
        caller.delete("/Patient/refusal-gone");

        assertThat(caller.get("/Patient/refusal-gone", "Accept", "application/fhir+xml")
                        .refused(410, "deleted")
                        .xml())
                .isTrue();
    }
}
