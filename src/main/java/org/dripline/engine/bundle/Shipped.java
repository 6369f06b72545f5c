package org.dripline.engine.bundle;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.dripline.document.JsonObject;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;

/**
 * What the server ships of types that clients write as well, such as its Questionnaires: each start makes them anew, so
 * a change of theirs would be lost. Clients have their own beside them. Immutable.
 *
 * @param references as type and id
 * @param urls by which definitions are known, of which there must not be two with one url
 */
public record Shipped(Set<String> references, Set<String> urls) {
    /** Where nothing is shipped. */
    public static final Shipped NONE = new Shipped(Set.of(), Set.of());

    /** What read-only types come from that are not the server's. */
    static final String OWN_DEFINITIONS =
            "StructureDefinitions, ValueSets and CodeSystems of your own come from a folder: make run PROFILES=folder"
                    + " (src/docs/operations.md).";

    private static final String MEND = " has an id and a url of its own; write it under those.";

    public static Shipped of(Collection<JsonObject> resources) {
        return new Shipped(
                resources.stream()
                        .filter(resource -> resource.text("id").isPresent())
                        .map(resource -> resource.resourceType()
                                + '/'
                                + resource.text("id").get())
                        .collect(toUnmodifiableSet()),
                resources.stream()
                        .flatMap(resource -> resource.text("url").stream())
                        .collect(toUnmodifiableSet()));
    }

    /** Why a type can only be read, and how a client brings a definition of its own. */
    public static String readOnly(String type) {
        return type + " is served read-only. " + OWN_DEFINITIONS;
    }

    /** Refuses the first change of one of them, and the first that takes the url of one. */
    void refuse(List<Resolved> changes) {
        for (Resolved resolved : changes) {
            resolved.ids().stream()
                    .map(id -> resolved.type() + '/' + id)
                    .filter(reference -> references.contains(reference) && !resolved.isFound())
                    .findFirst()
                    .ifPresent(reference -> {
                        throw readOnly(resolved, reference);
                    });
            if (resolved.saves()
                    && resolved.document().text("url").filter(urls::contains).isPresent()) {
                throw taken(resolved);
            }
        }
    }

    private static Refusal readOnly(Resolved resolved, String reference) {
        Place place = resolved.change().place();
        String text = reference + " comes with the server, which serves it read-only. A " + resolved.type()
                + " of your own" + MEND;
        if (!place.isRequest()) {
            return place.wrong("request.url", "shipped-read-only", text);
        }
        return Refusal.of(405, Issue.error("not-supported", "shipped-read-only", text))
                .with("Allow", "GET, HEAD, OPTIONS");
    }

    private static Refusal taken(Resolved resolved) {
        Issue issue = Issue.error(
                        "business-rule",
                        "shipped-url",
                        "This url belongs to what comes with the server, which serves that read-only. A "
                                + resolved.type() + " of your own" + MEND)
                .at(resolved.type() + ".url");
        return resolved.change().place().ofResource(Refusal.of(422, issue));
    }
}
