package org.dripline.engine.bundle;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dripline.access.Access;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.dripline.engine.search.Criteria;
import org.dripline.engine.store.ResourceStore;
import org.dripline.engine.store.StoredVersion;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;

/** Finds out which resource each change is about (R4, http.html#ccreate, #cond-update, #cdelete, #patch). */
final class Resolution {
    /** As many as a transaction has entries. */
    static final int MAX_DELETED = 1000;

    private final ResourceStore store;
    private final boolean deletesMany;

    /** @param deletesMany whether a deletion by criteria may name more than one resource */
    Resolution(ResourceStore store, boolean deletesMany) {
        this.store = store;
        this.deletesMany = deletesMany;
    }

    Resolved resolve(Access access, Change change) {
        return switch (change.verb()) {
            case POST -> create(access, change);
            case PUT -> update(access, change);
            case PATCH -> patch(access, change);
            case DELETE -> delete(access, change);
        };
    }

    private Resolved create(Access access, Change change) {
        List<String> found = found(access, change, 1);
        if (found.isEmpty()) {
            return new Resolved(change, List.of(change.named().id()), found, null, change.resource());
        }
        StoredVersion current = read(access, change, found.getFirst());
        return new Resolved(change, found, found, current, JsonObject.EMPTY);
    }

    private Resolved update(Access access, Change change) {
        Optional<Criteria> criteria = change.named().findCriteria();
        if (criteria.isEmpty()) {
            return new Resolved(change, List.of(change.named().id()), List.of(), null, change.resource());
        }
        Optional<String> own = change.resource().text("id");
        List<String> found = found(access, change, 1);
        requireSeen(change, found);
        if (found.isEmpty()) {
            own.ifPresent(id -> requireUnused(access, change, id));
            return new Resolved(change, List.of(own.orElse(change.named().id())), found, null, change.resource());
        }
        if (own.isPresent() && !found.contains(own.get())) {
            throw change.place()
                    .wrong(
                            "resource.id",
                            "id-mismatch",
                            "The criteria name a resource with another id than the body holds. Leave the id out, or"
                                    + " update by id.");
        }
        return new Resolved(change, found, found, null, change.resource());
    }

    /** R4 leaves this open; R5 says 409: to write here would overwrite what the criteria do not mean. */
    private void requireUnused(Access access, Change change, String id) {
        if (!used(access, change.named().type(), List.of(id)).isEmpty()) {
            throw Refusal.of(
                    409,
                    change.place()
                            .at(
                                    "resource.id",
                                    Issue.error(
                                            "conflict",
                                            "criteria-id",
                                            "The criteria name nothing, but a resource with the id of the body exists. Leave"
                                                    + " the id out to make a new one, or update by id.")));
        }
    }

    /** Those of the ids under which there is a resource. */
    List<String> used(Access access, String type, List<String> ids) {
        return ids.stream()
                .filter(id -> store.read(access, type, id)
                        .filter(version -> !version.deleted())
                        .isPresent())
                .toList();
    }

    private Resolved patch(Access access, Change change) {
        List<String> found = found(access, change, 1);
        requireSeen(change, found);
        if (change.named().criteria() != null && found.isEmpty()) {
            throw Refusal.of(
                    404,
                    change.place()
                            .at("request.url", Issue.error("not-found", "not-found", "The criteria name nothing.")));
        }
        String id = found.isEmpty() ? change.named().id() : found.getFirst();
        StoredVersion current = read(access, change, id);
        if (change.ifMatch().isPresent() && change.ifMatch().getAsLong() != current.version()) {
            throw stale(change, "the current one is " + current.version());
        }
        UnaryOperator<JsonObject> patch = change.patch();
        if (patch == null) {
            throw new IllegalStateException("a patch says what to do");
        }
        try {
            JsonObject patched = patch.apply(JsonReader.read(current.content(), Limits.OWN));
            return new Resolved(change, List.of(id), found, current, patched);
        } catch (Refusal refusal) {
            throw change.place().isRequest() ? refusal : change.place().at("resource", refusal);
        }
    }

    private Resolved delete(Access access, Change change) {
        if (change.named().criteria() == null) {
            return new Resolved(change, List.of(change.named().id()), List.of(), null, JsonObject.EMPTY);
        }
        List<String> found = found(access, change, deletesMany ? MAX_DELETED : 1);
        requireSeen(change, found);
        return new Resolved(change, found, found, null, JsonObject.EMPTY);
    }

    /** Who names a version has seen one; when the criteria name nothing, it is no longer there. */
    private static void requireSeen(Change change, List<String> found) {
        if (change.named().criteria() != null
                && found.isEmpty()
                && change.ifMatch().isPresent()) {
            throw stale(change, "the criteria name nothing");
        }
    }

    private static Refusal stale(Change change, String standing) {
        Issue issue = Issue.error(
                "conflict",
                "precondition",
                "If-Match names version " + change.ifMatch().orElse(0) + ", but " + standing
                        + ". Read it again and repeat the change on what you find.");
        return Refusal.of(412, change.place().at("request.ifMatch", issue));
    }

    /** What the criteria name; empty also when there are none. More than {@code most} is a 412, as R4 has it. */
    private List<String> found(Access access, Change change, int most) {
        List<String> found = change.named()
                .findCriteria()
                .map(criteria -> criteria.find(access, most + 1))
                .orElse(List.of());
        if (found.size() > most) {
            throw Refusal.of(
                    412,
                    change.place()
                            .at(
                                    change.criteriaElement(),
                                    Issue.error(
                                            "multiple-matches",
                                            "criteria-multiple",
                                            "The criteria name more than "
                                                    + (most == 1 ? "one resource" : most + " resources")
                                                    + ". Narrow them, or name the resource by its id.")));
        }
        return found;
    }

    private StoredVersion read(Access access, Change change, String id) {
        String type = change.named().type();
        StoredVersion version = store.read(access, type, id)
                .orElseThrow(
                        () -> change.place().at("request.url", Refusal.notFound("There is no such " + type + ".")));
        if (version.deleted()) {
            throw change.place().at("request.url", Refusal.gone("This " + type + " has been deleted."));
        }
        return version;
    }
}
