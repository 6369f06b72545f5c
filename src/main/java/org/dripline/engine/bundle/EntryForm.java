package org.dripline.engine.bundle;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;

/** The form of a Bundle that asks for interactions, and of its entries: nothing in it is passed over. */
public final class EntryForm {
    private static final Set<String> BUNDLE = Set.of(
            "resourceType", "id", "meta", "language", "identifier", "type", "timestamp", "link", "entry", "signature");
    private static final Set<String> ENTRY =
            Set.of("id", "extension", "link", "fullUrl", "resource", "search", "request");
    private static final Set<String> REQUEST = Set.of("id", "extension", "method", "url");
    private static final Set<String> CONDITIONS = Set.of("ifMatch", "ifNoneExist", "ifNoneMatch", "ifModifiedSince");

    private EntryForm() {}

    /** The entries of a transaction or batch; at most {@code max}. */
    public static List<Json> entries(JsonObject bundle, int max) {
        for (String name : bundle.members().keySet()) {
            if (!BUNDLE.contains(bare(name))) {
                throw Refusal.malformed(
                        "bundle-member", "A transaction or batch has a member that does not belong there.");
            }
        }
        if (bundle.get("entry") != null && !(bundle.get("entry") instanceof Json.Array)) {
            throw Refusal.of(
                    400,
                    Issue.error("structure", "entry-form", "Bundle.entry is an array, even of one entry.")
                            .at("Bundle.entry"));
        }
        List<Json> items = bundle.items("entry");
        if (items.size() > max) {
            throw Refusal.tooLarge("bundle-entries", "A Bundle may have at most " + max + " entries; send several.");
        }
        return items;
    }

    /** One entry. */
    public static JsonObject entry(Place place, Json json) {
        if (!(json instanceof JsonObject entry)) {
            throw place.wrong("", "entry-form", "An entry is an object.");
        }
        requireNames(place, "", entry, ENTRY);
        return entry;
    }

    /** The request of an entry. */
    public static JsonObject request(Place place, JsonObject entry) {
        JsonObject request = entry.object("request")
                .orElseThrow(() -> place.wrong("request", "entry-request", "Each entry needs a request."));
        Set<String> known = new TreeSet<>(REQUEST);
        known.addAll(CONDITIONS);
        requireNames(place, "request", request, known);
        return request;
    }

    /** A condition that means nothing for the method must not be passed over. */
    public static void requireOnly(Place place, JsonObject request, String... conditions) {
        for (String condition : new TreeSet<>(CONDITIONS)) {
            if (request.get(condition) != null && !List.of(conditions).contains(condition)) {
                throw place.wrong(
                        "request." + condition,
                        "entry-condition",
                        condition + " means nothing for this method; it takes " + String.join(" and ", conditions)
                                + ".");
            }
        }
    }

    private static void requireNames(Place place, String element, JsonObject object, Set<String> known) {
        for (String name : object.members().keySet()) {
            if (!known.contains(bare(name))) {
                throw place.wrong(
                        element,
                        "entry-member",
                        "Here may stand only " + String.join(", ", new TreeSet<>(known)) + ".");
            }
        }
    }

    private static String bare(String name) {
        return name.startsWith("_") ? name.substring(1) : name;
    }
}
