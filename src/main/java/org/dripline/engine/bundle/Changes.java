package org.dripline.engine.bundle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dripline.access.Access;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.search.Criteria;
import org.dripline.engine.search.Parameter;
import org.dripline.engine.search.ResourceSearch;
import org.dripline.engine.store.Finding;
import org.dripline.engine.store.Outdated;
import org.dripline.engine.store.ResourceStore;
import org.dripline.engine.store.WriteSet;
import org.dripline.engine.store.Written;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Carries out one change, or several as one: finds what they are about, links them, has them checked, and writes them.
 * All but the writing happens outside of the transaction; within it, and under its locks, what was found is looked at
 * again, and when it has changed all is decided anew. Thread-safe.
 */
public final class Changes {
    /** Who loses the race for a creation finds the winner's at the second attempt; of patches, each waits for all. */
    private static final int ATTEMPTS = 40;

    private final ResourceStore store;
    private final ResourceSearch search;
    private final ResourceCatalog catalog;
    private final Resolution resolution;
    private final Shipped shipped;

    /**
     * @param deletesMany whether a deletion by criteria may name more than one resource
     * @param shipped what no change may touch
     */
    public Changes(
            ResourceStore store, ResourceSearch search, ResourceCatalog catalog, boolean deletesMany, Shipped shipped) {
        this.store = store;
        this.search = search;
        this.catalog = catalog;
        this.resolution = new Resolution(store, deletesMany);
        this.shipped = shipped;
    }

    /**
     * What goes with the changes.
     *
     * @param checks judges what is about to be written
     * @param beforeCommit runs in the transaction when all is written, and may still refuse it; null for nothing
     */
    public record Task(
            Access access,
            EntryCheck.Maker checks,
            @Nullable Runnable beforeCommit) {}

    /** Carries them out, all or none. Answers in their order; a deletion by criteria has any number of answers. */
    public List<List<Written>> run(Task task, List<Change> changes) {
        ConditionalReferences references = new ConditionalReferences(task.access(), this::criteria);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return attempt(task, changes, references);
            } catch (Outdated outdated) {
                // Somebody else was first: decide on what they left.
            }
        }
        throw Refusal.of(
                        503,
                        Issue.error(
                                "transient",
                                "contended",
                                "Others kept changing what this is about, and nothing was written. Try again."))
                .with("Retry-After", "1");
    }

    /** Search criteria as a URL or a reference has them. */
    public Criteria criteria(String type, List<Parameter> parameters) {
        if (catalog.find(type).isEmpty()) {
            throw Refusal.invalid("type-unknown", "No resources of this type are served here.");
        }
        return search.criteria(type, parameters);
    }

    private List<List<Written>> attempt(Task task, List<Change> changes, ConditionalReferences references) {
        List<Resolved> resolved = changes.stream()
                .map(change -> resolution.resolve(task.access(), change))
                .toList();
        shipped.refuse(resolved);
        Overlaps.refuse(resolved);
        EntryVersions versions = new EntryVersions(store, task.access());
        EntryLinks links = EntryLinks.of(resolved, versions, references);
        List<Resolved> linked = resolved.stream().map(links::rewrite).toList();
        List<List<Issue>> issues = EntryChecks.check(linked, task.checks());

        // R4 has deletions done first, then creations, then updates and patches, whatever their order.
        List<Integer> order = IntStream.range(0, linked.size())
                .boxed()
                .sorted(Comparator.comparing(index -> linked.get(index).change().verb()))
                .toList();
        List<WriteSet.Placed> writes = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (int index : order) {
            Resolved change = linked.get(index);
            change.writes(issues.get(index)).forEach(write -> {
                writes.add(new WriteSet.Placed(write, change.change().place().path()));
                owners.add(index);
            });
        }
        if (writes.isEmpty() && task.beforeCommit() == null) {
            return distributed(linked, owners, List.of());
        }
        WriteSet set = new WriteSet(writes, findings(task, linked, versions), references.locks(), () -> {
            references.verify();
            linked.forEach(change -> Overlaps.refuseOthers(task.access(), change));
            if (task.beforeCommit() != null) {
                task.beforeCommit().run();
            }
        });
        return distributed(linked, owners, store.write(task.access(), set));
    }

    private List<Finding> findings(Task task, List<Resolved> changes, EntryVersions versions) {
        Stream<Finding> criteria = changes.stream()
                .flatMap(change -> change.change().named().findCriteria().stream()
                        .map(found -> new Finding(
                                found.locks(),
                                () -> found.find(task.access(), Resolution.MAX_DELETED + 1),
                                change.found())));
        Stream<Finding> unused = changes.stream()
                .filter(Resolved::makesItsOwnId)
                .map(change -> new Finding(
                        List.of(), () -> resolution.used(task.access(), change.type(), change.ids()), List.of()));
        return Stream.of(criteria, unused, versions.findings().stream())
                .flatMap(findings -> findings)
                .toList();
    }

    private static List<List<Written>> distributed(
            List<Resolved> changes, List<Integer> owners, List<Written> written) {
        List<List<Written>> results = new ArrayList<>();
        for (Resolved change : changes) {
            List<Written> result = new ArrayList<>();
            if (change.isFound()) {
                result.add(new Written(Written.Effect.NOTHING, change.current(), List.of()));
            }
            results.add(result);
        }
        for (int i = 0; i < written.size(); i++) {
            results.get(owners.get(i)).add(written.get(i));
        }
        return results;
    }
}
