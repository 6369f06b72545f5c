package org.dripline.fhir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dripline.document.Excerpt;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.JsonWriter;
import org.dripline.document.Limits;
import org.dripline.engine.search.Parameter;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Nearest;
import org.dripline.outcome.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The part of a resource that the caller wants to see: {@code _summary} and {@code _elements} (R4, 3.1.1.5.8 and
 * 3.1.1.5.9). What lacks something carries the tag SUBSETTED, so that nobody takes it for the whole.
 *
 * @param elements top-level elements asked for by name; null when the summary tells
 */
record Subset(Kind kind, @Nullable Set<String> elements) {
    static final String SUMMARY = "_summary";
    static final String ELEMENTS = "_elements";
    static final Set<String> PARAMETERS = Set.of(SUMMARY, ELEMENTS);

    private static final Subset WHOLE = new Subset(Kind.FALSE, null);

    /** The codes of {@code _summary}, and that elements are named. */
    enum Kind {
        FALSE,
        TRUE,
        TEXT,
        DATA,
        COUNT,
        ELEMENTS
    }

    /** Reads both parameters; they exclude each other. */
    static Subset of(List<Parameter> parameters) {
        Optional<String> summary = Parameter.single(parameters, SUMMARY);
        Optional<String> elements = Parameter.single(parameters, ELEMENTS);
        if (summary.isPresent() && elements.isPresent()) {
            throw Refusal.invalid("subset", "_summary and _elements exclude each other: leave one of them out.");
        }
        if (elements.isPresent()) {
            return new Subset(Kind.ELEMENTS, Set.copyOf(List.of(elements.get().split(",", -1))));
        }
        return summary.map(text -> switch (text) {
                    case "true" -> new Subset(Kind.TRUE, null);
                    case "text" -> new Subset(Kind.TEXT, null);
                    case "data" -> new Subset(Kind.DATA, null);
                    case "count" -> new Subset(Kind.COUNT, null);
                    case "false" -> WHOLE;
                    default -> throw Refusal.invalid("subset", "_summary takes true, text, data, count or false.");
                })
                .orElse(WHOLE);
    }

    boolean isWhole() {
        return kind == Kind.FALSE;
    }

    /** What is shown of resources that are included beside the matches: the named elements are those of the matches. */
    Subset ofIncluded() {
        return kind == Kind.ELEMENTS ? WHOLE : this;
    }

    /** Refuses names that the type does not have. */
    Subset forType(String type) {
        return forTypes(List.of(type));
    }

    /** Refuses names that none of the types has. */
    Subset forTypes(List<String> types) {
        if (elements != null) {
            Set<String> known = new TreeSet<>();
            types.forEach(type -> known.addAll(Excerpt.elementNames(type)));
            elements.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
                throw Refusal.of(
                        400,
                        Issue.error(
                                "not-supported",
                                "subset-element",
                                String.join(", ", types) + " has no such element as _elements asks for."
                                        + Nearest.of(name, known)
                                                .map(nearest -> " Did you mean " + nearest + "?")
                                                .orElse("")));
            });
        }
        return this;
    }

    /** The bytes of a stored document, or of its part. */
    byte[] of(byte[] document) {
        return isWhole() ? document : JsonWriter.bytes(of(JsonReader.read(document, Limits.OWN)));
    }

    JsonObject of(JsonObject resource) {
        return switch (kind) {
            case FALSE, COUNT -> resource;
            case TRUE -> Excerpt.summary(resource);
            case TEXT -> Excerpt.narrative(resource);
            case DATA -> Excerpt.data(resource);
            case ELEMENTS -> Excerpt.elements(resource, elements == null ? Set.of() : elements);
        };
    }

    /** A part must not replace the whole. */
    static void refuse(JsonObject resource) {
        if (Excerpt.isTagged(resource)) {
            throw Refusal.of(
                    422,
                    Issue.error(
                                    "business-rule",
                                    "subsetted",
                                    "The resource carries the tag SUBSETTED: it is a part, as _summary or _elements"
                                            + " asked for, and storing it would lose the rest. Read it whole, change that,"
                                            + " and send it without the tag.")
                            .at(resource.resourceType() + ".meta.tag"));
        }
    }
}
