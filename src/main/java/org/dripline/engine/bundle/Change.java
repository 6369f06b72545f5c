package org.dripline.engine.bundle;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.dripline.document.JsonObject;
import org.dripline.engine.search.Criteria;
import org.jspecify.annotations.Nullable;

/**
 * One writing interaction as it was asked for, alone or as an entry of a transaction.
 *
 * @param fullUrl by which other entries refer to it, or the empty string
 * @param resource what is to be written; empty for a deletion and for a patch
 * @param patch what makes the new version of the current one; null for other verbs
 * @param ifMatch the version that the caller saw last
 */
public record Change(
        Place place,
        String fullUrl,
        Verb verb,
        Named named,
        JsonObject resource,
        @Nullable UnaryOperator<JsonObject> patch,
        OptionalLong ifMatch) {

    /** What is asked for, in the order in which R4 has it done (http.html#trules). */
    public enum Verb {
        DELETE,
        POST,
        PUT,
        PATCH
    }

    /**
     * How the resource is named.
     *
     * @param id of the URL; of a POST or PUT by criteria the one that the server chose in case they name nothing, and the
     *     same however often it is decided anew; else empty
     * @param criteria of the URL; for a POST what must not exist yet
     */
    public record Named(String type, String id, @Nullable Criteria criteria) {
        public static Named of(String type, String id) {
            return new Named(type, id, null);
        }

        public static Named by(Criteria criteria) {
            return new Named(criteria.type(), "", criteria);
        }

        public Named withId(String chosen) {
            return new Named(type, chosen, criteria);
        }

        Optional<Criteria> findCriteria() {
            return Optional.ofNullable(criteria);
        }
    }

    /** A creation. */
    public static Change create(Place place, Named named, JsonObject resource) {
        return new Change(place, "", Verb.POST, named, resource, null, OptionalLong.empty());
    }

    /** An update. */
    public static Change update(Named named, JsonObject resource, OptionalLong ifMatch) {
        return new Change(Place.REQUEST, "", Verb.PUT, named, resource, null, ifMatch);
    }

    /** A patch. */
    public static Change patch(Named named, UnaryOperator<JsonObject> patch, OptionalLong ifMatch) {
        return new Change(Place.REQUEST, "", Verb.PATCH, named, JsonObject.EMPTY, patch, ifMatch);
    }

    /** A deletion. */
    public static Change delete(Named named, OptionalLong ifMatch) {
        return new Change(Place.REQUEST, "", Verb.DELETE, named, JsonObject.EMPTY, null, ifMatch);
    }

    /** Which part of the entry holds the criteria. */
    String criteriaElement() {
        return verb == Verb.POST ? "request.ifNoneExist" : "request.url";
    }
}
