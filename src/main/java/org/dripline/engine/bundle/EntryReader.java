package org.dripline.engine.bundle;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.engine.bundle.Change.Named;
import org.dripline.engine.bundle.Change.Verb;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.search.Parameter;
import org.dripline.engine.search.QueryText;
import org.dripline.engine.store.IdSource;
import org.dripline.engine.store.ResourceIds;
import org.dripline.outcome.Refusal;

/** Reads one writing entry of a transaction, refusing what would otherwise be dropped without a word. */
final class EntryReader {
    private static final int MAX_PARAMETERS = 50;

    private final ResourceCatalog catalog;
    private final IdSource ids;
    private final Changes changes;
    private final EntryPatches patches;

    EntryReader(ResourceCatalog catalog, IdSource ids, Changes changes, EntryPatches patches) {
        this.catalog = catalog;
        this.ids = ids;
        this.changes = changes;
        this.patches = patches;
    }

    Change read(Place place, JsonObject entry) {
        JsonObject request = EntryForm.request(place, entry);
        Verb verb = verb(place, request.text("method").orElse(""));
        String condition = verb == Verb.POST ? "ifNoneExist" : "ifMatch";
        EntryForm.requireOnly(place, request, condition);
        String fullUrl = fullUrl(place, entry);
        Named named = verb == Verb.POST ? created(place, request) : named(place, verb, request);
        JsonObject resource = verb == Verb.DELETE ? noResource(place, entry) : resource(place, entry);
        if (verb == Verb.PATCH) {
            UnaryOperator<JsonObject> patch = patch(place, resource);
            return new Change(place, fullUrl, verb, named, JsonObject.EMPTY, patch, ifMatch(place, request));
        }
        if (verb != Verb.DELETE && !resource.resourceType().equals(named.type())) {
            throw place.wrong(
                    "resource", "resource-type", "The url names " + named.type() + ", so the resource must be one.");
        }
        if (verb == Verb.PUT && named.criteria() == null && !resource.text("id").equals(Optional.of(named.id()))) {
            throw place.wrong("resource.id", "id-mismatch", "The resource must hold the id of its url.");
        }
        return new Change(place, fullUrl, verb, named, resource, null, ifMatch(place, request));
    }

    private UnaryOperator<JsonObject> patch(Place place, JsonObject resource) {
        try {
            return patches.read(resource);
        } catch (Refusal refusal) {
            throw place.at("resource", refusal);
        }
    }

    private Named created(Place place, JsonObject request) {
        String url = request.text("url").orElse("");
        if (url.contains("$")) {
            throw place.wrong(
                    "request.url",
                    "entry-url",
                    "A transaction takes an operation by GET only; send this one in a batch or by itself.");
        }
        ResourceMapping mapping = mapping(place, url);
        if (request.get("ifNoneExist") == null) {
            return Named.of(mapping.type(), ids.next());
        }
        String written = request.text("ifNoneExist").orElse("");
        return criteria(
                        place,
                        mapping.type(),
                        () -> QueryText.ofCreate(mapping.type(), written, MAX_PARAMETERS),
                        "ifNoneExist")
                .withId(ids.next());
    }

    private Named named(Place place, Verb verb, JsonObject request) {
        String url = request.text("url").orElse("");
        int query = url.indexOf('?');
        if (query >= 0) {
            // R4 itself writes Patient/?identifier=... for deletions.
            String path = url.substring(0, query);
            ResourceMapping mapping = mapping(place, path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
            Named named = criteria(
                    place, mapping.type(), () -> QueryText.parse(url.substring(query + 1), MAX_PARAMETERS), "url");
            return verb == Verb.PUT ? named.withId(ids.next()) : named;
        }
        int slash = url.indexOf('/');
        ResourceMapping mapping = mapping(place, slash < 0 ? url : url.substring(0, slash));
        String id = slash < 0 ? "" : url.substring(slash + 1);
        if (!ResourceIds.valid(id)) {
            throw place.wrong(
                    "request.url",
                    "id-form",
                    "The url of a " + verb + " is [type]/[id] or [type]?[criteria], relative to the base.");
        }
        return Named.of(mapping.type(), id);
    }

    private Named criteria(Place place, String type, Supplier<List<Parameter>> criteria, String element) {
        try {
            return Named.by(changes.criteria(type, criteria.get()));
        } catch (Refusal refusal) {
            throw place.at("request." + element, refusal);
        }
    }

    private static Verb verb(Place place, String method) {
        return switch (method) {
            case "POST" -> Verb.POST;
            case "PUT" -> Verb.PUT;
            case "PATCH" -> Verb.PATCH;
            case "DELETE" -> Verb.DELETE;
            default ->
                throw place.wrong(
                        "request.method",
                        "entry-method",
                        "An entry takes GET, HEAD, POST, PUT, PATCH and DELETE, in upper case.");
        };
    }

    private ResourceMapping mapping(Place place, String type) {
        ResourceMapping mapping = catalog.find(type)
                .orElseThrow(() -> place.wrong(
                        "request.url", "type-unknown", "The url must begin with a type that is served here."));
        if (mapping.readOnly()) {
            throw place.wrong("request.url", "type-read-only", Shipped.readOnly(type));
        }
        return mapping;
    }

    private static JsonObject resource(Place place, JsonObject entry) {
        return entry.object("resource")
                .orElseThrow(() -> place.wrong("resource", "entry-resource", "A POST, PUT or PATCH needs a resource."));
    }

    private static JsonObject noResource(Place place, JsonObject entry) {
        if (entry.get("resource") != null) {
            throw place.wrong("resource", "entry-resource", "A DELETE has no resource.");
        }
        return JsonObject.EMPTY;
    }

    private static String fullUrl(Place place, JsonObject entry) {
        Json written = entry.get("fullUrl");
        if (written != null && !(written instanceof Json.Text)) {
            throw place.wrong("fullUrl", "entry-full-url", "A fullUrl is a string.");
        }
        String fullUrl = entry.text("fullUrl").orElse("");
        if (fullUrl.contains("/_history/")) {
            throw place.wrong("fullUrl", "bdl-8", "A fullUrl names no version.");
        }
        return fullUrl;
    }

    private static OptionalLong ifMatch(Place place, JsonObject request) {
        if (request.get("ifMatch") == null) {
            return OptionalLong.empty();
        }
        String tag = request.text("ifMatch").orElse("");
        OptionalLong version = ResourceIds.versionOfTag(tag);
        if (version.isEmpty()) {
            throw place.wrong("request.ifMatch", "if-match", "ifMatch takes the version last seen, as in W/\"3\".");
        }
        return version;
    }
}
