package org.dripline.profile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dripline.outcome.Issue;

/** Bodies for tests, and one validator for all of them: loading it takes seconds. */
final class Bodies {
    private static final ProfileValidator VALIDATOR = ProfileValidator.load(ProfileMode.ROUTED, 2);

    private Bodies() {}

    static ProfileValidator validator(ProfileMode mode) {
        return VALIDATOR.as(mode);
    }

    static Verdict check(ProfileMode mode, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return validator(mode).check(body, BodyFormat.JSON, ArtefactReader.readObject(body));
    }

    static List<String> errors(Verdict verdict) {
        return verdict.issues().stream()
                .filter(issue -> issue.severity().refuses())
                .map(Issue::rule)
                .toList();
    }
}
