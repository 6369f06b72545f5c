package org.dripline.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.dripline.document.ElementType.Child;

/**
 * A resource without some of its elements (R4, search.html#summary and #elements). What is kept stays to the last
 * digit, its ids and extensions with it, and so do the contained resources that it links to. A resource that lost
 * something is tagged SUBSETTED, so that nobody takes it for the whole; one that lost nothing is returned as it is.
 */
public final class Excerpt {
    private static final JsonObject TAG = JsonObject.EMPTY
            .with("system", Json.of("http://terminology.hl7.org/CodeSystem/v3-ObservationValue"))
            .with("code", Json.of("SUBSETTED"));

    private Excerpt() {}

    /** Whether a resource says of itself that it is not whole. */
    public static boolean isTagged(JsonObject resource) {
        return resource.object("meta").stream()
                .flatMap(meta -> meta.items("tag").stream())
                .anyMatch(tag -> tag instanceof JsonObject coding
                        && coding.members().entrySet().containsAll(TAG.members().entrySet()));
    }

    /** {@code _summary=true}: what {@link Summaries} says. */
    public static JsonObject summary(JsonObject resource) {
        return of(resource, Summaries::of);
    }

    /** {@code _summary=text}: the narrative, id, meta and the mandatory elements. */
    public static JsonObject narrative(JsonObject resource) {
        return of(resource, (child, value) -> {
            boolean kept =
                    child.marks().mandatory() || isAlways(child) || child.name().equals("text");
            return kept ? Optional.of(value) : Optional.empty();
        });
    }

    /** {@code _summary=data}: all but the narrative. */
    public static JsonObject data(JsonObject resource) {
        return tagged(resource, resource.without("text"));
    }

    /**
     * {@code _elements}: the named ones, id, meta, what is mandatory and what may change the meaning of the rest.
     *
     * @param names some of {@link #elementNames}
     */
    public static JsonObject elements(JsonObject resource, Set<String> names) {
        return of(resource, (child, value) -> {
            Marks marks = child.marks();
            boolean asked = names.contains(child.name()) || names.contains(child.element());
            boolean kept = asked || isAlways(child) || marks.mandatory() || marks.modifier();
            return kept ? Optional.of(value) : Optional.empty();
        });
    }

    /** The elements that resources of the type may have; a choice by its stem and by each of its names. */
    public static Set<String> elementNames(String type) {
        Set<String> names = new LinkedHashSet<>();
        for (Child child : Definitions.resource(type).stream()
                .flatMap(of -> of.elements().stream())
                .toList()) {
            names.add(child.element());
            names.add(child.name());
        }
        return names;
    }

    private static boolean isAlways(Child child) {
        return child.name().equals("id") || child.name().equals("meta");
    }

    /** What the function leaves of each member. */
    private static JsonObject of(JsonObject resource, BiFunction<Child, Json, Optional<Json>> rest) {
        Optional<ElementType> type = Definitions.resource(resource.resourceType());
        if (type.isEmpty()) {
            return resource;
        }
        Map<String, Json> part = new LinkedHashMap<>();
        resource.members().forEach((name, value) -> {
            Child child = type.get().childOfMember(name);
            Optional<Json> kept = child == null ? Optional.of(value) : rest.apply(child, value);
            kept.ifPresent(left -> part.put(name, left));
        });
        // A local reference without its contained resource would be invalid (R4, invariant ref-1).
        List<Json> contained = ContainedParts.linkedFrom(new JsonObject(part), resource.items("contained"));
        if (!contained.isEmpty()) {
            part.putIfAbsent("contained", new Json.Array(contained));
        }
        return tagged(resource, new JsonObject(part));
    }

    private static JsonObject tagged(JsonObject whole, JsonObject part) {
        if (part.equals(whole)) {
            return whole;
        }
        if (isTagged(part)) {
            return part;
        }
        JsonObject meta = part.object("meta").orElse(JsonObject.EMPTY);
        List<Json> tags = new ArrayList<>(meta.items("tag"));
        tags.add(TAG);
        return part.with("meta", meta.with("tag", new Json.Array(tags)));
    }
}
