package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.dripline.document.XmlReader;

/** What came back. Making one checks what every answer of the server promises. */
public record Answer(HttpResponse<byte[]> response) {
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    public Answer {
        String type = response.headers().firstValue("Content-Type").orElse("");
        assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
        if (response.body().length > 0) {
            assertThat(type).isIn("application/fhir+json;charset=UTF-8", "application/fhir+xml;charset=UTF-8");
        }
        if (response.statusCode() == 204 || response.statusCode() == 304) {
            assertThat(response.body()).isEmpty();
        }
        if (response.statusCode() == 405) {
            assertThat(response.headers().firstValue("Allow")).isPresent();
        }
    }

    public static Answer of(HttpResponse<byte[]> response) {
        Answer answer = new Answer(response);
        boolean head = response.request().method().equals("HEAD");
        if (!head && response.body().length > 0) {
            answer.isReadByHapiStrictly();
        }
        if (!head && response.statusCode() >= 400) {
            answer.saysWhatIsWrong();
        }
        return answer;
    }

    public int status() {
        return response.statusCode();
    }

    /** The value of a header, or the empty string. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public boolean xml() {
        return header("Content-Type").startsWith("application/fhir+xml");
    }

    /** The resource, in whichever format it came. */
    public JsonObject resource() {
        return xml()
                ? XmlReader.read(response.body(), Limits.DEFAULT)
                : JsonReader.read(response.body(), Limits.DEFAULT);
    }

    public String id() {
        return resource().text("id").orElseThrow();
    }

    public List<JsonObject> entries() {
        return objects(resource(), "entry");
    }

    /** What is answered to each entry of a transaction or batch. */
    public List<JsonObject> responses() {
        return entries().stream()
                .map(entry -> entry.object("response").orElseThrow())
                .toList();
    }

    /** The statuses of these, as numbers in words. */
    public List<String> statuses() {
        return responses().stream()
                .map(response -> response.text("status").orElse("").replaceAll(" .*", ""))
                .toList();
    }

    /** What each entry became, as type/id; empty where there is nothing. */
    public List<String> written() {
        return responses().stream()
                .map(response -> response.text("location").orElse("").replaceAll("/_history/.*", ""))
                .toList();
    }

    /** The rule ids of the outcome of one entry. */
    public List<String> rules(int entry) {
        return objects(responses().get(entry).object("outcome").orElse(JsonObject.EMPTY), "issue").stream()
                .flatMap(issue -> objects(issue.object("details").orElse(JsonObject.EMPTY), "coding").stream())
                .map(coding -> coding.text("code").orElse(""))
                .toList();
    }

    /** The ids of the resources of a Bundle, in order. */
    public List<String> ids() {
        return entries().stream()
                .map(entry -> entry.object("resource")
                        .flatMap(found -> found.text("id"))
                        .orElse(""))
                .toList();
    }

    /** The URL of the Bundle's link with this relation, or the empty string. */
    public String link(String relation) {
        return objects(resource(), "link").stream()
                .filter(link -> link.text("relation").orElse("").equals(relation))
                .map(link -> link.text("url").orElse(""))
                .findFirst()
                .orElse("");
    }

    public List<JsonObject> issues() {
        return objects(resource(), "issue");
    }

    /** The rule ids of an OperationOutcome. */
    public List<String> rules() {
        return issues().stream()
                .flatMap(issue -> objects(issue.object("details").orElse(JsonObject.EMPTY), "coding").stream())
                .map(coding -> coding.text("code").orElse(""))
                .toList();
    }

    /** The expressions of an OperationOutcome. */
    public List<String> expressions() {
        return issues().stream()
                .flatMap(issue -> issue.items("expression").stream())
                .map(json -> ((org.dripline.document.Json.Text) json).value())
                .toList();
    }

    /** Refused with this status, and this rule among the reasons. */
    public Answer refused(int status, String rule) {
        assertThat(status()).as(text()).isEqualTo(status);
        assertThat(rules()).contains(rule);
        return this;
    }

    public Answer accepted(int status) {
        assertThat(status()).as(text()).isEqualTo(status);
        return this;
    }

    public static List<JsonObject> objects(JsonObject parent, String name) {
        return parent.items(name).stream().map(JsonObject.class::cast).toList();
    }

    private void isReadByHapiStrictly() {
        IParser parser = xml() ? FHIR.newXmlParser() : FHIR.newJsonParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
        assertThat(parser.parseResource(text()).fhirType()).isEqualTo(resource().resourceType());
    }

    private void saysWhatIsWrong() {
        assertThat(resource().resourceType()).isEqualTo("OperationOutcome");
        assertThat(issues()).isNotEmpty().allSatisfy(issue -> {
            assertThat(issue.text("severity").orElse("")).isIn("fatal", "error", "warning", "information");
            assertThat(issue.text("code")).isPresent();
            JsonObject details = issue.object("details").orElseThrow();
            assertThat(details.text("text").orElse("")).isNotBlank();
            assertThat(details.items("coding")).hasSize(1);
        });
    }
}
