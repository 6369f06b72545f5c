package org.dripline.engine.bundle;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dripline.access.Access;

/** Refuses two changes of one resource (R4, http.html#trules: identities that overlap fail the transaction). */
final class Overlaps {
    private Overlaps() {}

    static void refuse(List<Resolved> changes) {
        Set<String> ids = new HashSet<>();
        Set<String> criteria = new HashSet<>();
        for (Resolved resolved : changes) {
            Change change = resolved.change();
            for (String id : resolved.ids()) {
                if (!ids.add(resolved.type() + '/' + id)) {
                    throw change.place()
                            .wrong(
                                    "request.url",
                                    "entry-overlap",
                                    "Another entry is about the same resource; a transaction may have one entry for"
                                            + " each.");
                }
            }
            // Each of them would make what the other was to find.
            if (makes(resolved) && !criteria.add(String.valueOf(change.named().criteria()))) {
                throw change.place()
                        .wrong(
                                change.criteriaElement(),
                                "entry-overlap",
                                "Another entry has the same criteria, and nothing fulfils them yet: both would make the"
                                        + " resource. Leave one out and refer to the other.");
            }
        }
    }

    /** With all written: criteria that named nothing must name what was made for them, and nothing that another entry made. */
    static void refuseOthers(Access access, Resolved resolved) {
        Change change = resolved.change();
        if (!makes(resolved) || change.place().isRequest()) {
            return;
        }
        change.named().findCriteria().ifPresent(criteria -> {
            if (criteria.find(access, 2).stream().anyMatch(id -> !resolved.ids().contains(id))) {
                throw change.place()
                        .wrong(
                                change.criteriaElement(),
                                "entry-overlap",
                                "Another entry makes a resource that fulfils these criteria. Leave one out and refer to"
                                        + " the other.");
            }
        });
    }

    private static boolean makes(Resolved resolved) {
        return resolved.change().named().criteria() != null && resolved.found().isEmpty() && resolved.saves();
    }
}
