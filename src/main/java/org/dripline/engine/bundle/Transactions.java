package org.dripline.engine.bundle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dripline.access.Access;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.engine.bundle.BundleEntry.Verb;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.store.IdSource;
import org.dripline.engine.store.ResourceStore;
import org.dripline.engine.store.Write;
import org.dripline.engine.store.Written;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;

/** Writes the entries of a transaction Bundle together or not at all. Thread-safe. */
public final class Transactions {
    private static final Set<String> BUNDLE = Set.of(
            "resourceType", "id", "meta", "language", "identifier", "type", "timestamp", "link", "entry", "signature");

    private final ResourceStore store;
    private final EntryReader reader;
    private final int maxEntries;

    public Transactions(ResourceStore store, ResourceCatalog catalog, IdSource ids, int maxEntries) {
        this.store = store;
        this.reader = new EntryReader(catalog, ids);
        this.maxEntries = maxEntries;
    }

    /** Answers in the order of the entries; one wrong entry refuses all, and the issue's expression names it. */
    public List<EntryResult> run(Access access, JsonObject bundle, EntryCheck.Maker checks) {
        List<BundleEntry> entries = entries(bundle);
        refuseOverlaps(entries);
        EntryLinks links = EntryLinks.of(entries);
        List<BundleEntry> linked = entries.stream().map(links::rewrite).toList();
        List<List<Issue>> issues = check(linked, checks.of(byReference(linked)));

        // R4 has deletions done first, then creations, then updates, whatever the order of the entries.
        List<BundleEntry> ordered =
                linked.stream().sorted(Comparator.comparing(BundleEntry::verb)).toList();
        List<Write> writes = ordered.stream()
                .map(entry -> write(entry, issues.get(entry.index())))
                .toList();
        List<Written> written = writes.isEmpty() ? List.of() : store.write(access, writes);
        List<EntryResult> results = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            results.add(new EntryResult(ordered.get(i).index(), written.get(i)));
        }
        results.sort(Comparator.comparingInt(EntryResult::index));
        return results;
    }

    private List<BundleEntry> entries(JsonObject bundle) {
        String type = bundle.text("type").orElse("");
        if (type.equals("batch")) {
            throw Refusal.of(
                    501,
                    Issue.error("not-supported", "not-supported", "A batch is not served; send a transaction.")
                            .at("Bundle.type"));
        }
        if (!type.equals("transaction")) {
            throw Refusal.of(
                    400,
                    Issue.error("value", "bundle-type", "The base takes a Bundle of type transaction.")
                            .at("Bundle.type"));
        }
        for (String name : bundle.members().keySet()) {
            if (!BUNDLE.contains(name.startsWith("_") ? name.substring(1) : name)) {
                throw Refusal.malformed(
                        "bundle-member", "A transaction Bundle has a member that does not belong there.");
            }
        }
        if (bundle.get("entry") != null && !(bundle.get("entry") instanceof Json.Array)) {
            throw Refusal.of(
                    400,
                    Issue.error("structure", "entry-form", "Bundle.entry is an array, even of one entry.")
                            .at("Bundle.entry"));
        }
        List<Json> items = bundle.items("entry");
        if (items.size() > maxEntries) {
            throw Refusal.tooLarge(
                    "bundle-entries", "A transaction may have at most " + maxEntries + " entries; send several.");
        }
        List<BundleEntry> entries = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            entries.add(reader.read(i, items.get(i)));
        }
        return entries;
    }

    private static void refuseOverlaps(List<BundleEntry> entries) {
        Set<String> seen = new HashSet<>();
        for (BundleEntry entry : entries) {
            if (!seen.add(entry.reference())) {
                throw BundleEntry.wrong(
                        entry.index(),
                        "request.url",
                        "entry-overlap",
                        "Another entry writes the same resource; a transaction may write each once.");
            }
        }
    }

    private static Map<String, JsonObject> byReference(List<BundleEntry> entries) {
        return entries.stream().collect(Collectors.toMap(BundleEntry::reference, BundleEntry::resource));
    }

    /** The warnings of each entry; the faults of all wrong entries together, so that one attempt shows them all. */
    private static List<List<Issue>> check(List<BundleEntry> entries, EntryCheck check) {
        List<List<Issue>> accepted = new ArrayList<>();
        List<Issue> faults = new ArrayList<>();
        int status = 0;
        for (BundleEntry entry : entries) {
            try {
                accepted.add(
                        entry.verb() == Verb.DELETE ? List.of() : check.check(entry.reference(), entry.resource()));
            } catch (Refusal refusal) {
                status = graver(status, refusal.status());
                refusal.issues().forEach(issue -> faults.add(placed(entry.index(), issue)));
                accepted.add(List.of());
            }
        }
        if (status != 0) {
            throw Refusal.of(status, faults);
        }
        return accepted;
    }

    /** Of two statuses the one to answer with: too busy (5xx) outranks malformed (400), and that the rest (422). */
    private static int graver(int left, int right) {
        if (left == 0 || right >= 500) {
            return right;
        }
        return left >= 500 ? left : Math.min(left, right);
    }

    /** The entry was checked by itself, so its lines mean nothing to the caller and its paths start too late. */
    private static Issue placed(int index, Issue issue) {
        String expression = issue.expression();
        int dot = expression == null ? -1 : expression.indexOf('.');
        String rest = expression == null || dot < 0 ? "" : expression.substring(dot);
        return issue.at((Issue.Place) null).at(BundleEntry.path(index, "resource") + rest);
    }

    private static Write write(BundleEntry entry, List<Issue> issues) {
        return switch (entry.verb()) {
            case DELETE -> new Write.Delete(entry.type(), entry.id(), entry.ifMatch());
            case POST -> new Write.Create(entry.type(), entry.id(), entry.resource(), issues);
            case PUT -> new Write.Update(entry.type(), entry.id(), entry.resource(), entry.ifMatch(), issues);
        };
    }
}
