package org.dripline.engine.bundle;

import java.util.List;
import java.util.OptionalLong;
import org.dripline.document.JsonObject;
import org.dripline.engine.bundle.Change.Verb;
import org.dripline.engine.store.StoredVersion;
import org.dripline.engine.store.Write;
import org.dripline.outcome.Issue;
import org.jspecify.annotations.Nullable;

/**
 * A change whose resource is known.
 *
 * @param ids of what it is about: one, or any number for a deletion by criteria
 * @param found by criteria, before anything is written
 * @param current the version that a creation found instead, or that a patch begins with; else null
 * @param document what is to be written, its links not resolved yet; empty when nothing is
 */
record Resolved(
        Change change,
        List<String> ids,
        List<String> found,
        @Nullable StoredVersion current,
        JsonObject document) {
    Resolved {
        ids = List.copyOf(ids);
        found = List.copyOf(found);
    }

    /** Whether it writes a document. */
    boolean saves() {
        return change.verb() != Verb.DELETE && !isFound();
    }

    /** Whether this creation found what it was to make. */
    boolean isFound() {
        return change.verb() == Verb.POST && current != null;
    }

    /** Whether its criteria named nothing, and it is to be made under the id of its body. */
    boolean makesItsOwnId() {
        return change.verb() == Verb.PUT
                && change.named().criteria() != null
                && found.isEmpty()
                && change.resource().text("id").isPresent();
    }

    String type() {
        return change.named().type();
    }

    /** How others refer to the resource once it is written. */
    String reference() {
        return type() + '/' + ids.getFirst();
    }

    Resolved with(JsonObject other) {
        return new Resolved(change, ids, found, current, other);
    }

    List<Write> writes(List<Issue> issues) {
        String type = type();
        OptionalLong ifMatch = change.ifMatch();
        return switch (change.verb()) {
            case DELETE ->
                ids.stream()
                        .<Write>map(id -> new Write.Delete(type, id, ifMatch))
                        .toList();
            case POST -> isFound() ? List.of() : List.of(new Write.Create(type, ids.getFirst(), document, issues));
            case PUT -> List.of(new Write.Update(type, ids.getFirst(), document, ifMatch, issues));
            case PATCH -> List.of(new Write.Patch(type, ids.getFirst(), document, base(), issues));
        };
    }

    private long base() {
        if (current == null) {
            throw new IllegalStateException("a patch begins with a version");
        }
        return current.version();
    }
}
