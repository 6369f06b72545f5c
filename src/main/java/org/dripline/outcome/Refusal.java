package org.dripline.outcome;

import java.io.Serial;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The caller's mistake, or a state of ours that the caller must know: never a defect. Becomes an HTTP status and an
 * OperationOutcome in exactly one place, {@code fhir.Outcomes}. It has no stack trace: it is an answer, not an accident.
 */
public final class Refusal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<Issue> issues;
    private final transient Map<String, String> headers;

    private Refusal(int status, List<Issue> issues, Map<String, String> headers) {
        super(issues.isEmpty() ? "refused" : issues.getFirst().rule(), null, false, false);
        this.status = status;
        this.issues = List.copyOf(issues);
        this.headers = Map.copyOf(headers);
    }

    /** A refusal with the given HTTP status (400–599) and at least one issue. */
    public static Refusal of(int status, List<Issue> issues) {
        return new Refusal(status, issues, Map.of());
    }

    public static Refusal of(int status, Issue issue) {
        return of(status, List.of(issue));
    }

    /** 400: not JSON, XML or FHIR, or a request that cannot be understood. */
    public static Refusal malformed(String rule, String text) {
        return of(400, Issue.error("structure", rule, text));
    }

    /** 400: a parameter or header whose value cannot be used. */
    public static Refusal invalid(String rule, String text) {
        return of(400, Issue.error("value", rule, text));
    }

    /** 404, also for what the caller may not see. */
    public static Refusal notFound(String text) {
        return of(404, Issue.error("not-found", "not-found", text));
    }

    /** 410: it was there and has been deleted. */
    public static Refusal gone(String text) {
        return of(410, Issue.error("deleted", "deleted", text));
    }

    /** 412: a precondition of the request does not hold. */
    public static Refusal precondition(String text) {
        return of(412, Issue.error("conflict", "precondition", text));
    }

    /** 413: over a limit that protects the server. */
    public static Refusal tooLarge(String rule, String text) {
        return of(413, Issue.error("too-long", rule, text));
    }

    /** The same refusal, with a response header such as {@code Allow} or {@code Retry-After}. */
    public Refusal with(String header, String value) {
        return new Refusal(status, issues, Map.of(header, value));
    }

    /** The same refusal with its issues told otherwise, such as those of an entry by its place in a bundle. */
    public Refusal told(UnaryOperator<Issue> telling) {
        return new Refusal(status, issues.stream().map(telling).toList(), headers);
    }

    public int status() {
        return status;
    }

    public List<Issue> issues() {
        return issues;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
