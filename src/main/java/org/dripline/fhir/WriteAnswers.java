package org.dripline.fhir;

import java.util.ArrayList;
import java.util.List;
import org.dripline.engine.store.StoredVersion;
import org.dripline.engine.store.Written;
import org.dripline.engine.store.Written.Effect;
import org.dripline.outcome.Issue;

/** What is told of a change that was carried out (R4, http.html#create and its like). */
final class WriteAnswers {
    private static final Written NOTHING = new Written(Effect.NOTHING, null, List.of());

    private WriteAnswers() {}

    /**
     * The answer to one change.
     *
     * @param written what it did: one thing, but a deletion by criteria any number
     * @param root what the Location begins with: the base and a slash, or nothing
     */
    static Reply reply(String root, List<Written> written, Preference preference) {
        Written first = written.isEmpty() ? NOTHING : written.getFirst();
        Reply reply = body(first, written.size(), preference);
        StoredVersion version = first.version();
        if (version == null || written.size() > 1) {
            return reply;
        }
        Reply stamped = reply.stamped(version);
        return version.deleted() ? stamped : stamped.with("Location", root + location(version));
    }

    private static Reply body(Written written, int count, Preference preference) {
        int status = status(written);
        StoredVersion version = written.version();
        return switch (preference) {
            case OUTCOME -> Reply.json(status == 204 ? 200 : status, Outcomes.bytes(told(written, count)));
            case MINIMAL -> Reply.empty(status);
            case REPRESENTATION ->
                version == null || version.deleted() ? Reply.empty(status) : Reply.json(status, version.content());
        };
    }

    /** What was done, then the warnings it earned. */
    private static List<Issue> told(Written written, int count) {
        String text = switch (written.effect()) {
            case CREATED -> "Created.";
            case UPDATED -> "Updated.";
            case DELETED -> count > 1 ? "Deleted " + count + " resources." : "Deleted.";
            case NOTHING ->
                written.findVersion().filter(version -> !version.deleted()).isPresent()
                        ? "Nothing was to be done: it exists."
                        : "Nothing was to be done.";
        };
        List<Issue> told = new ArrayList<>();
        told.add(Issue.information("informational", "done", text));
        told.addAll(written.issues());
        return told;
    }

    private static int status(Written written) {
        StoredVersion version = written.version();
        return switch (written.effect()) {
            case CREATED -> 201;
            case UPDATED -> 200;
            case DELETED -> 204;
            case NOTHING -> version == null || version.deleted() ? 204 : 200;
        };
    }

    /** Where a version is found, relative to the base. */
    private static String location(StoredVersion version) {
        return version.type() + '/' + version.id() + "/_history/" + version.version();
    }
}
