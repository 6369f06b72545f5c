package org.dripline.engine.bundle;

import java.util.OptionalLong;
import org.dripline.document.JsonObject;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;

/**
 * One entry of a transaction, its identity settled.
 *
 * @param index in the Bundle, counted from 0
 * @param fullUrl as written, or the empty string
 * @param id of the request's URL, or chosen by the server for a POST
 * @param resource empty for a deletion
 */
record BundleEntry(
        int index, Verb verb, String fullUrl, String type, String id, JsonObject resource, OptionalLong ifMatch) {

    /** What is done with an entry, in the order R4 has it done. */
    enum Verb {
        DELETE,
        POST,
        PUT
    }

    /** How other entries may name the resource once it is written. */
    String reference() {
        return type + '/' + id;
    }

    BundleEntry with(JsonObject other) {
        return new BundleEntry(index, verb, fullUrl, type, id, other, ifMatch);
    }

    /** A 400 that points into this entry. */
    static Refusal wrong(int index, String element, String rule, String text) {
        return Refusal.of(400, Issue.error("value", rule, text).at(path(index, element)));
    }

    /** A refusal of what R4 knows and we do not serve, pointing into this entry. */
    static Refusal unsupported(int index, String element, String text) {
        return Refusal.of(
                501, Issue.error("not-supported", "not-supported", text).at(path(index, element)));
    }

    static String path(int index, String element) {
        return "Bundle.entry[" + index + "]" + (element.isEmpty() ? "" : "." + element);
    }
}
