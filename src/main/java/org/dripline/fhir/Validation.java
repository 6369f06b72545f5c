package org.dripline.fhir;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dripline.access.Access;
import org.dripline.document.JsonObject;
import org.dripline.engine.bundle.EntryCheck;
import org.dripline.outcome.Issue;
import org.dripline.profile.ProfileValidator;
import org.dripline.profile.Verdict;

/** Judges what comes in by itself and by what is around it. Thread-safe. */
record Validation(ProfileValidator validator, Infusions infusions) {
    private static final Set<String> INFUSION = Set.of("infusion-procedure");

    /**
     * What is to be said of a body.
     *
     * @param reference type and id under which it is, or would be, stored
     */
    Verdict check(Access access, String reference, ResourceBody body) {
        Set<String> found = infusions(access, Map.of(reference, body.resource()));
        return validator.check(body.bytes(), body.format(), body.resource(), hints(found, reference));
    }

    /** The warnings of a body that may be stored; of any other the refusal. */
    List<Issue> accept(Access access, String reference, ResourceBody body) {
        Subset.refuse(body.resource());
        Verdict verdict = check(access, reference, body);
        if (verdict.refused()) {
            throw verdict.refusal();
        }
        return verdict.issues();
    }

    /** The same of a resource that did not come as a body of its own. */
    List<Issue> accept(Access access, String reference, JsonObject resource) {
        return entries(access, Map.of(reference, resource)).check(reference, resource);
    }

    /** The check of the entries of a transaction, which looks at them together. */
    EntryCheck entries(Access access, Map<String, JsonObject> entries) {
        Set<String> found = infusions(access, entries);
        return (reference, resource) -> {
            Subset.refuse(resource);
            return validator.accept(resource, hints(found, reference));
        };
    }

    private Set<String> infusions(Access access, Map<String, JsonObject> entries) {
        return validator.routes() ? infusions.among(access, entries) : Set.of();
    }

    private static Set<String> hints(Set<String> found, String reference) {
        return found.contains(reference) ? INFUSION : Set.of();
    }
}
