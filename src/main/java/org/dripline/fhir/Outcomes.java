package org.dripline.fhir;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonWriter;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;

/** The one place that turns refusals, issues and defects into an OperationOutcome (R4, operationoutcome.html). */
final class Outcomes {
    /** The code system of our rule ids. */
    static final String RULES = "https://fhir.dripline.example/CodeSystem/dripline-rules";

    private Outcomes() {}

    /** The answer to a request that was refused. */
    static Reply reply(Refusal refusal) {
        return Reply.json(refusal.status(), bytes(refusal.issues())).with(refusal.headers());
    }

    /** The answer to a defect of ours: no detail, only what the operator needs to find the log line. */
    static Reply defect(String requestId) {
        Issue issue = Issue.error(
                "exception",
                "defect",
                "The server failed on this request. Nothing is known to be wrong with it; quote request id " + requestId
                        + " to the operator.");
        return Reply.json(500, bytes(List.of(issue)));
    }

    static byte[] bytes(List<Issue> issues) {
        return JsonWriter.bytes(of(issues));
    }

    /** FHIR asks for at least one issue, so no finding at all is said in so many words. */
    static JsonObject of(List<Issue> issues) {
        List<Issue> told =
                issues.isEmpty() ? List.of(Issue.information("informational", "ok", "All is well.")) : issues;
        return object(
                "resourceType",
                Json.of("OperationOutcome"),
                "issue",
                new Json.Array(told.stream().map(Outcomes::issue).toList()));
    }

    private static Json issue(Issue issue) {
        JsonObject coding = object("system", Json.of(RULES), "code", Json.of(issue.rule()));
        JsonObject details = object("coding", new Json.Array(List.of(coding)), "text", Json.of(issue.text()));
        JsonObject told = object("severity", Json.of(issue.severity().code()), "code", Json.of(issue.code()))
                .with("details", details);
        Issue.Place place = issue.place();
        if (place != null) {
            told = told.with("diagnostics", Json.of("line " + place.line() + ", column " + place.column()));
        }
        String expression = issue.expression();
        return expression == null ? told : told.with("expression", new Json.Array(List.of(Json.of(expression))));
    }

    private static JsonObject object(String first, Json firstValue, String second, Json secondValue) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put(first, firstValue);
        members.put(second, secondValue);
        return new JsonObject(members);
    }
}
