package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.regex.Pattern;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.dripline.document.XmlReader;
import org.dripline.stories.RawHttp.Answer;

/** What holds of every refusal, whatever was sent. */
final class Hostile {
    /** Stands in bodies where a patient's data would. */
    static final String SECRET = "Zqsecret";

    static final String JSON = "application/fhir+json";
    static final String XML = "application/fhir+xml";

    private static final Pattern INSIDES = Pattern.compile(
            "Exception|StackOverflow|\\tat |org\\.(?!example)\\w+\\.|java\\.|jakarta\\.|Tomcat|H2|SQL|/tmp/|root:");

    private final RunningServer server = RunningServer.get();

    int port() {
        return server.port();
    }

    RunningServer server() {
        return server;
    }

    /** A create of a Patient with this body is refused with 400. */
    void refused(String contentType, byte[] body, String rule) {
        refused(400, rule, RawHttp.post("/fhir/Patient", contentType, body));
    }

    void refused(int status, String rule, byte[]... request) {
        int[] before = rows();
        Answer answer = RawHttp.send(port(), request);
        isRefusal(answer, status, rule);
        assertThat(rows()).as("rows after %s", rule).isEqualTo(before);
        stillAnswers();
    }

    /** Accepted, or found nothing: but no more than that. */
    Answer answered(int status, byte[]... request) {
        Answer answer = RawHttp.send(port(), request);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    static void isRefusal(Answer answer, int status, String rule) {
        assertThat(answer.status()).as("%s %s", answer.head(), answer.body()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain(SECRET).doesNotContainPattern(INSIDES);
        assertThat(answer.head()).doesNotContain(SECRET).doesNotContainPattern(INSIDES);
        JsonObject outcome = outcome(answer);
        assertThat(outcome.resourceType()).isEqualTo("OperationOutcome");
        assertThat(outcome.items("issue")).isNotEmpty().allSatisfy(issue -> {
            JsonObject details = ((JsonObject) issue).object("details").orElseThrow();
            assertThat(details.text("text").orElseThrow()).hasSizeGreaterThan(10);
        });
        assertThat(outcome.items("issue").stream().map(Hostile::rule)).contains(rule);
    }

    private static JsonObject outcome(Answer answer) {
        byte[] body = RawHttp.utf8(answer.body());
        if (answer.head().contains("Content-Type: " + XML)) {
            return XmlReader.read(body, Limits.DEFAULT);
        }
        assertThat(answer.head()).contains("Content-Type: " + JSON);
        return JsonReader.read(body, Limits.DEFAULT);
    }

    private static String rule(Json issue) {
        JsonObject details = ((JsonObject) issue).object("details").orElseThrow();
        return ((JsonObject) details.items("coding").getFirst()).text("code").orElseThrow();
    }

    void stillAnswers() {
        assertThat(RawHttp.send(port(), RawHttp.get("/fhir/Patient?_id=nobody")).status())
                .isEqualTo(200);
    }

    private int[] rows() {
        return new int[] {count("resources"), count("resource_versions")};
    }

    private int count(String table) {
        return server.sql().fetchCount(table(name("fhir", table)));
    }

    /** A Patient with one more member. */
    static byte[] patient(String member) {
        return RawHttp.utf8("{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"" + SECRET + "\"}]" + member + "}");
    }

    static byte[] xmlPatient(String content) {
        return RawHttp.utf8("<Patient xmlns=\"http://hl7.org/fhir\">" + content + "</Patient>");
    }
}
