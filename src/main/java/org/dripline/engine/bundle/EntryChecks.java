package org.dripline.engine.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dripline.document.JsonObject;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;

/** Has all resources of a transaction judged, and tells the faults of all wrong ones together. */
final class EntryChecks {
    private EntryChecks() {}

    /** The warnings of each change, in their order; when any is wrong, the refusal of all. */
    static List<List<Issue>> check(List<Resolved> changes, EntryCheck.Maker checks) {
        EntryCheck check = checks.of(byReference(changes));
        List<List<Issue>> accepted = new ArrayList<>();
        List<Issue> faults = new ArrayList<>();
        int status = 0;
        for (Resolved change : changes) {
            try {
                accepted.add(change.saves() ? check.check(change.reference(), change.document()) : List.of());
            } catch (Refusal refusal) {
                if (refusal.status() >= 500) {
                    // Not about a resource but about us, and it says when to come back.
                    throw refusal;
                }
                status = graver(status, refusal.status());
                refusal.issues()
                        .forEach(issue -> faults.add(change.change().place().ofResource(issue)));
                accepted.add(List.of());
            }
        }
        if (status != 0) {
            throw Refusal.of(status, faults);
        }
        return accepted;
    }

    private static Map<String, JsonObject> byReference(List<Resolved> changes) {
        Map<String, JsonObject> documents = new HashMap<>();
        for (Resolved change : changes) {
            if (!change.isFound()) {
                change.ids().forEach(id -> documents.put(change.type() + '/' + id, change.document()));
            }
        }
        return documents;
    }

    /** Of two statuses the one to answer with: malformed (400) outranks the rest (422). */
    private static int graver(int left, int right) {
        return left == 0 ? right : Math.min(left, right);
    }
}
