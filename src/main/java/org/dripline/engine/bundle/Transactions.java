package org.dripline.engine.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.dripline.access.Access;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.store.IdSource;
import org.dripline.engine.store.Written;
import org.dripline.outcome.Refusal;

/** Carries out the entries of a transaction Bundle together or not at all. Thread-safe. */
public final class Transactions {
    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final Changes changes;
    private final EntryReader reader;
    private final int maxEntries;

    public Transactions(Changes changes, ResourceCatalog catalog, IdSource ids, EntryPatches patches, int maxEntries) {
        this.changes = changes;
        this.reader = new EntryReader(catalog, ids, changes, patches);
        this.maxEntries = maxEntries;
    }

    /**
     * What the caller does for a transaction.
     *
     * @param <A> what a reading entry is answered with
     */
    public interface Host<A> {
        /** Judges the resources that are about to be written. */
        EntryCheck.Maker checks();

        /** Answers a reading entry, within the transaction; refuses what cannot be read. */
        A read(Place place, JsonObject entry);

        /** For transactions of our own, which only write. */
        static Host<Void> ofWrites(EntryCheck.Maker checks) {
            return new Host<>() {
                @Override
                public EntryCheck.Maker checks() {
                    return checks;
                }

                @Override
                public Void read(Place place, JsonObject entry) {
                    throw new IllegalStateException("this transaction was to read nothing");
                }
            };
        }
    }

    /** Answers in the order of the entries; one wrong entry refuses all, and the expression names it. */
    public <A> List<EntryResult<A>> run(Access access, JsonObject bundle, Host<A> host) {
        List<Change> asked = new ArrayList<>();
        List<Integer> indexes = new ArrayList<>();
        TreeMap<Integer, JsonObject> reads = new TreeMap<>();
        List<Json> items = EntryForm.entries(bundle, maxEntries);
        for (int i = 0; i < items.size(); i++) {
            Place place = Place.entry(i);
            JsonObject entry = EntryForm.entry(place, items.get(i));
            if (isRead(place, entry)) {
                reads.put(i, entry);
            } else {
                asked.add(reader.read(place, entry));
                indexes.add(i);
            }
        }
        TreeMap<Integer, EntryResult<A>> results = new TreeMap<>();
        if (!items.isEmpty()) {
            Runnable read = () -> reads.forEach(
                    (index, entry) -> results.put(index, new EntryResult.Read<>(answer(host, index, entry))));
            Changes.Task task = new Changes.Task(access, host.checks(), reads.isEmpty() ? null : read);
            List<List<Written>> written = changes.run(task, asked);
            for (int i = 0; i < written.size(); i++) {
                results.put(indexes.get(i), new EntryResult.Wrote<>(written.get(i)));
            }
        }
        return List.copyOf(results.values());
    }

    private static boolean isRead(Place place, JsonObject entry) {
        JsonObject request = EntryForm.request(place, entry);
        return READS.contains(request.text("method").orElse(""));
    }

    private static <A> A answer(Host<A> host, int index, JsonObject entry) {
        Place place = Place.entry(index);
        try {
            return host.read(place, entry);
        } catch (Refusal refusal) {
            throw place.at("request.url", refusal);
        }
    }
}
