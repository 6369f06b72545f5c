package org.dripline.patch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dripline.document.ElementType;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;

/** What every patch is held to once its operations are done. */
final class PostImage {
    private static final List<String> IDENTITY = List.of("resourceType", "id");
    private static final List<String> SERVER_FIELDS = List.of("versionId", "lastUpdated");

    private static final Json NULL = new Json.Null();

    private PostImage() {}

    static JsonObject of(Json patched, JsonObject stored, Work work) {
        if (!(patched instanceof JsonObject object)) {
            throw Refusal.of(
                    422,
                    Issue.error(
                            "structure",
                            "patch-result",
                            "The patch leaves no resource, but another JSON value. Use DELETE to delete a resource."));
        }
        for (String name : IDENTITY) {
            if (!Objects.equals(object.get(name), stored.get(name))) {
                throw Refusal.of(
                        422,
                        Issue.error(
                                        "value",
                                        "patch-identity",
                                        "The patch changes " + name + ", which stays what it is. Leave it out of the"
                                                + " patch.")
                                .at(stored.resourceType() + "." + name));
            }
        }
        JsonObject post =
                (JsonObject) withoutEmpty(withServerFields(object, stored)).orElse(JsonObject.EMPTY);
        work.checkSize(post);
        return post;
    }

    /** The server sets them anyway: so a patch that changes nothing else is seen to change nothing. */
    private static JsonObject withServerFields(JsonObject patched, JsonObject stored) {
        if (!(patched.get("meta") instanceof JsonObject meta)) {
            return patched;
        }
        JsonObject before = stored.object("meta").orElse(JsonObject.EMPTY);
        JsonObject after = meta;
        for (String name : SERVER_FIELDS) {
            Json value = before.get(name);
            after = value == null ? after.without(name) : after.with(name, value);
        }
        return after.equals(meta) ? patched : patched.with("meta", after);
    }

    /** FHIR knows no empty arrays and objects; what a removal leaves empty goes with it. */
    private static Optional<Json> withoutEmpty(Json json) {
        return switch (json) {
            case JsonObject object -> {
                Map<String, Json> members = new LinkedHashMap<>();
                object.members()
                        .forEach((name, value) -> (ElementType.isShadow(name)
                                        ? withoutEmptyShadows(value)
                                        : withoutEmpty(value))
                                .ifPresent(rest -> members.put(name, rest)));
                yield members.isEmpty() ? Optional.empty() : Optional.of(new JsonObject(members));
            }
            case Json.Array array -> {
                List<Json> items = new ArrayList<>();
                array.items().forEach(item -> withoutEmpty(item).ifPresent(items::add));
                yield items.isEmpty() ? Optional.empty() : Optional.of(new Json.Array(items));
            }
            case Json.Text text -> Optional.of(text);
            case Json.Numeral number -> Optional.of(number);
            case Json.Bool bool -> Optional.of(bool);
            case Json.Null none -> Optional.of(none);
        };
    }

    /** Each item of {@code _given} belongs to the one of {@code given} at its place: what goes leaves null there. */
    private static Optional<Json> withoutEmptyShadows(Json json) {
        if (!(json instanceof Json.Array array)) {
            return withoutEmpty(json);
        }
        List<Json> items = new ArrayList<>();
        array.items().forEach(item -> items.add(withoutEmpty(item).orElse(NULL)));
        return items.stream().allMatch(NULL::equals) ? Optional.empty() : Optional.of(new Json.Array(items));
    }
}
