package org.dripline.engine.bundle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dripline.document.JsonObject;
import org.dripline.document.References;
import org.dripline.engine.bundle.BundleEntry.Verb;

/**
 * Points the links between the entries of a transaction at the identities they get (R4, http.html#trules and
 * bundle.html#references).
 */
final class EntryLinks {
    private static final String VERSION = "/_history/";

    /** A search in place of a reference, such as {@code Patient?identifier=…}. */
    private static final Pattern CONDITIONAL = Pattern.compile("[A-Z][A-Za-z]{1,63}\\?.*", Pattern.DOTALL);

    private final Map<String, BundleEntry> targets;

    private EntryLinks(Map<String, BundleEntry> targets) {
        this.targets = targets;
    }

    /** Refuses two entries under one fullUrl: a link to it would be ambiguous. */
    static EntryLinks of(List<BundleEntry> entries) {
        Map<String, BundleEntry> targets = new HashMap<>();
        for (BundleEntry entry : entries) {
            if (!entry.fullUrl().isEmpty() && targets.put(entry.fullUrl(), entry) != null) {
                throw BundleEntry.wrong(
                        entry.index(), "fullUrl", "bdl-7", "Another entry has the same fullUrl; make them differ.");
            }
        }
        return new EntryLinks(targets);
    }

    /** The entry with its links rewritten; a link to a urn that no entry has, or that is a search, is refused. */
    BundleEntry rewrite(BundleEntry entry) {
        if (entry.verb() == Verb.DELETE) {
            return entry;
        }
        String root = root(entry);
        JsonObject rewritten = References.rewrite(entry.resource(), link -> rewritten(link, root));
        refuseUnresolved(entry.index(), rewritten);
        return entry.with(rewritten);
    }

    private String rewritten(String link, String root) {
        int version = link.indexOf(VERSION);
        String bare = version < 0 ? link : link.substring(0, version);
        String suffix = version < 0 ? "" : link.substring(version);
        BundleEntry target = targets.get(bare);
        if (target == null && !root.isEmpty() && bare.indexOf(':') < 0) {
            target = targets.get(root + bare);
        }
        return target == null ? link : target.reference() + suffix;
    }

    /** What a relative link of this entry is relative to: its fullUrl without type and id. */
    private static String root(BundleEntry entry) {
        String fullUrl = entry.fullUrl();
        int id = fullUrl.lastIndexOf('/');
        int type = id <= 0 ? -1 : fullUrl.lastIndexOf('/', id - 1);
        boolean rest = type >= 0
                && fullUrl.startsWith("http")
                && fullUrl.substring(type + 1, id).equals(entry.type());
        return rest ? fullUrl.substring(0, type + 1) : "";
    }

    private static void refuseUnresolved(int index, JsonObject resource) {
        for (References.Target target : References.targets(resource)) {
            String element = "resource" + target.path().substring(target.path().indexOf('.'));
            if (isUrn(target.reference())) {
                throw BundleEntry.wrong(
                        index,
                        element,
                        "reference-unresolved",
                        "No entry has this urn as its fullUrl; add the entry or refer to a resource by type and id.");
            }
            if (CONDITIONAL.matcher(target.reference()).matches()) {
                throw BundleEntry.unsupported(
                        index, element, "Conditional references are not served yet; refer to a resource by its id.");
            }
        }
    }

    private static boolean isUrn(String reference) {
        return reference.startsWith("urn:uuid:") || reference.startsWith("urn:oid:");
    }
}
