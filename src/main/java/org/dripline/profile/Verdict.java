package org.dripline.profile;

import java.util.Comparator;
import java.util.List;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;

/**
 * What the validator says of one body.
 *
 * @param issues all findings, gravest first
 * @param malformed whether base R4 itself is broken (HTTP 400) rather than a profile or a rule (422)
 */
public record Verdict(List<Issue> issues, boolean malformed) {

    public Verdict {
        issues = issues.stream().sorted(Comparator.comparing(Issue::severity)).toList();
    }

    /** Whether the body must not be stored. */
    public boolean refused() {
        return issues.stream().anyMatch(issue -> issue.severity().refuses());
    }

    /** The refusal of a refused body, carrying all its issues. */
    public Refusal refusal() {
        if (!refused()) {
            throw new IllegalStateException("The body is accepted.");
        }
        return Refusal.of(malformed ? 400 : 422, issues);
    }
}
