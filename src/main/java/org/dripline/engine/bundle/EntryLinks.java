package org.dripline.engine.bundle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dripline.document.JsonObject;
import org.dripline.document.References;

/**
 * Points the links between the entries of a transaction at the identities they get (R4, http.html#trules and
 * bundle.html#references).
 */
final class EntryLinks {
    private static final String VERSION = "/_history/";

    private final Map<String, Resolved> targets;
    private final EntryVersions versions;
    private final ConditionalReferences searches;

    private EntryLinks(Map<String, Resolved> targets, EntryVersions versions, ConditionalReferences searches) {
        this.targets = targets;
        this.versions = versions;
        this.searches = searches;
    }

    /** Refuses two entries under one fullUrl: a link to it would be ambiguous. */
    static EntryLinks of(List<Resolved> entries, EntryVersions versions, ConditionalReferences searches) {
        Map<String, Resolved> targets = new HashMap<>();
        for (Resolved entry : entries) {
            String fullUrl = entry.change().fullUrl();
            if (!fullUrl.isEmpty() && targets.put(Urns.key(fullUrl), entry) != null) {
                throw entry.change()
                        .place()
                        .wrong("fullUrl", "bdl-7", "Another entry has the same fullUrl; make them differ.");
            }
        }
        targets.values().removeIf(target -> target.ids().isEmpty());
        return new EntryLinks(targets, versions, searches);
    }

    /** The entry with its links rewritten; a link to a urn that no entry has is refused. */
    Resolved rewrite(Resolved entry) {
        if (!entry.saves()) {
            return entry;
        }
        String root = root(entry.change());
        JsonObject linked = References.rewrite(entry.document(), link -> rewritten(link, root));
        if (!entry.change().place().isRequest()) {
            refuseUnresolved(entry.change().place(), linked);
        }
        searches.collect(entry.change().place(), linked);
        return entry.with(searches.isEmpty() ? linked : References.rewrite(linked, searches::resolve));
    }

    private String rewritten(String link, String root) {
        int version = link.indexOf(VERSION);
        String bare = version < 0 ? link : link.substring(0, version);
        Resolved target = targets.get(Urns.key(bare));
        if (target == null && !root.isEmpty() && bare.indexOf(':') < 0) {
            target = targets.get(root + bare);
        }
        if (target == null) {
            return link;
        }
        return version < 0 ? target.reference() : target.reference() + VERSION + versions.after(target);
    }

    /** What a relative link of this entry is relative to: its fullUrl without type and id. */
    private static String root(Change entry) {
        String fullUrl = entry.fullUrl();
        int id = fullUrl.lastIndexOf('/');
        int type = id <= 0 ? -1 : fullUrl.lastIndexOf('/', id - 1);
        boolean rest = type >= 0
                && fullUrl.startsWith("http")
                && fullUrl.substring(type + 1, id).equals(entry.named().type());
        return rest ? fullUrl.substring(0, type + 1) : "";
    }

    private static void refuseUnresolved(Place place, JsonObject resource) {
        for (References.Target target : References.targets(resource)) {
            if (Urns.isUrn(target.reference())) {
                throw place.wrong(
                        "resource" + target.path().substring(target.path().indexOf('.')),
                        "reference-unresolved",
                        "No entry has this urn as its fullUrl; add the entry or refer to a resource by type and id.");
            }
        }
    }
}
