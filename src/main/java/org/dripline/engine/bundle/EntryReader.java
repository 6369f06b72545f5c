package org.dripline.engine.bundle;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.engine.bundle.BundleEntry.Verb;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.store.IdSource;
import org.dripline.engine.store.ResourceIds;

/** Reads one entry of a transaction, refusing what would otherwise be dropped without a word. */
final class EntryReader {
    private static final Set<String> ENTRY =
            Set.of("id", "extension", "link", "fullUrl", "resource", "search", "request");
    private static final Set<String> REQUEST = Set.of("id", "extension", "method", "url", "ifMatch");
    private static final Set<String> CONDITIONS = Set.of("ifNoneMatch", "ifModifiedSince", "ifNoneExist");

    private final ResourceCatalog catalog;
    private final IdSource ids;

    EntryReader(ResourceCatalog catalog, IdSource ids) {
        this.catalog = catalog;
        this.ids = ids;
    }

    BundleEntry read(int index, Json json) {
        if (!(json instanceof JsonObject entry)) {
            throw BundleEntry.wrong(index, "", "entry-form", "An entry is an object.");
        }
        checkNames(index, "", entry, ENTRY);
        JsonObject request = entry.object("request")
                .orElseThrow(() -> BundleEntry.wrong(
                        index, "request", "entry-request", "Each entry of a transaction needs a request."));
        for (String condition : CONDITIONS) {
            if (request.get(condition) != null) {
                throw BundleEntry.unsupported(
                        index, "request." + condition, "Conditional entries are not served yet; name resources by id.");
            }
        }
        checkNames(index, "request", request, REQUEST);
        Verb verb = verb(index, request.text("method").orElse(""));
        return verb == Verb.POST ? create(index, entry, request) : addressed(index, verb, entry, request);
    }

    private BundleEntry create(int index, JsonObject entry, JsonObject request) {
        String url = request.text("url").orElse("");
        ResourceMapping mapping = mapping(index, url);
        if (request.get("ifMatch") != null) {
            throw BundleEntry.wrong(index, "request.ifMatch", "if-match", "A POST has no version to match.");
        }
        JsonObject resource = resource(index, entry, mapping.type());
        return new BundleEntry(
                index, Verb.POST, fullUrl(index, entry), mapping.type(), ids.next(), resource, OptionalLong.empty());
    }

    private BundleEntry addressed(int index, Verb verb, JsonObject entry, JsonObject request) {
        String url = request.text("url").orElse("");
        int slash = url.indexOf('/');
        ResourceMapping mapping = mapping(index, slash < 0 ? url : url.substring(0, slash));
        String id = slash < 0 ? "" : url.substring(slash + 1);
        if (!ResourceIds.valid(id)) {
            throw BundleEntry.wrong(
                    index, "request.url", "id-form", "The url of a " + verb + " is [type]/[id], relative to the base.");
        }
        if (verb == Verb.DELETE && entry.get("resource") != null) {
            throw BundleEntry.wrong(index, "resource", "entry-resource", "A DELETE has no resource.");
        }
        JsonObject resource = verb == Verb.DELETE ? JsonObject.EMPTY : resource(index, entry, mapping.type());
        if (verb == Verb.PUT && !resource.text("id").equals(Optional.of(id))) {
            throw BundleEntry.wrong(index, "resource.id", "id-mismatch", "The resource must hold the id of its url.");
        }
        return new BundleEntry(
                index, verb, fullUrl(index, entry), mapping.type(), id, resource, ifMatch(index, request));
    }

    private static Verb verb(int index, String method) {
        return switch (method) {
            case "POST" -> Verb.POST;
            case "PUT" -> Verb.PUT;
            case "DELETE" -> Verb.DELETE;
            case "GET", "HEAD", "PATCH" ->
                throw BundleEntry.unsupported(
                        index,
                        "request.method",
                        "A transaction takes POST, PUT and DELETE; send others by themselves.");
            default ->
                throw BundleEntry.wrong(
                        index, "request.method", "entry-method", "A transaction takes POST, PUT and DELETE.");
        };
    }

    private ResourceMapping mapping(int index, String type) {
        if (type.indexOf('?') >= 0) {
            throw BundleEntry.unsupported(
                    index, "request.url", "Conditional entries are not served yet; name resources by id.");
        }
        ResourceMapping mapping = catalog.find(type)
                .orElseThrow(() -> BundleEntry.wrong(
                        index, "request.url", "type-unknown", "The url must begin with a type that is served here."));
        if (mapping.readOnly()) {
            throw BundleEntry.wrong(index, "request.url", "type-read-only", type + " is served read only.");
        }
        return mapping;
    }

    private static JsonObject resource(int index, JsonObject entry, String type) {
        JsonObject resource = entry.object("resource")
                .orElseThrow(() ->
                        BundleEntry.wrong(index, "resource", "entry-resource", "A POST or PUT needs a resource."));
        if (!resource.resourceType().equals(type)) {
            throw BundleEntry.wrong(
                    index, "resource", "resource-type", "The url names " + type + ", so the resource must be one.");
        }
        return resource;
    }

    private static String fullUrl(int index, JsonObject entry) {
        Json written = entry.get("fullUrl");
        if (written != null && !(written instanceof Json.Text)) {
            throw BundleEntry.wrong(index, "fullUrl", "entry-full-url", "A fullUrl is a string.");
        }
        String fullUrl = entry.text("fullUrl").orElse("");
        if (fullUrl.contains("/_history/")) {
            throw BundleEntry.wrong(index, "fullUrl", "bdl-8", "A fullUrl names no version.");
        }
        return fullUrl;
    }

    private static OptionalLong ifMatch(int index, JsonObject request) {
        if (request.get("ifMatch") == null) {
            return OptionalLong.empty();
        }
        String tag = request.text("ifMatch").orElse("");
        OptionalLong version = ResourceIds.versionOfTag(tag);
        if (version.isEmpty()) {
            throw BundleEntry.wrong(
                    index, "request.ifMatch", "if-match", "ifMatch takes the version last seen, as in W/\"3\".");
        }
        return version;
    }

    private static void checkNames(int index, String element, JsonObject object, Set<String> known) {
        for (String name : object.members().keySet()) {
            String bare = name.startsWith("_") ? name.substring(1) : name;
            if (!known.contains(bare)) {
                throw BundleEntry.wrong(
                        index,
                        element,
                        "entry-member",
                        "Here a transaction may have only "
                                + String.join(", ", known.stream().sorted().toList()) + ".");
            }
        }
    }
}
