package org.dripline;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.dripline.access.Access;
import org.dripline.demo.DemoData;
import org.dripline.document.JsonObject;
import org.dripline.engine.bundle.EntryCheck;
import org.dripline.engine.bundle.Transactions;
import org.dripline.engine.search.Parameter;
import org.dripline.engine.search.ResourceSearch;
import org.dripline.engine.store.ResourceStore;

/** Fills an empty store with the demo clinic, through the same validation and the same transactions as a client's. */
final class DemoLoading {
    private static final Access DEMO = Access.ofClinic("demo");

    private final ResourceStore store;
    private final ResourceSearch search;
    private final Transactions transactions;
    private final EntryCheck.Maker check;

    DemoLoading(ResourceStore store, ResourceSearch search, Transactions transactions, EntryCheck.Maker check) {
        this.store = store;
        this.search = search;
        this.transactions = transactions;
        this.check = check;
    }

    /**
     * Loads nothing beside records of somebody's own, and no transaction twice, even if its records were deleted since;
     * what a stopped start left out is loaded by the next.
     */
    void fill(LocalDate today, PrintStream out, boolean terminal) {
        List<JsonObject> bundles = DemoData.bundles(today).toList();
        List<JsonObject> missing =
                bundles.stream().filter(bundle -> !isLoaded(bundle)).toList();
        if (missing.size() == bundles.size() && !isEmpty(bundles)) {
            return;
        }
        Progress progress = new Progress(out, terminal, "Loading the demo clinic:");
        for (int i = 0; i < missing.size(); i++) {
            transactions.run(DEMO, missing.get(i), Transactions.Host.ofWrites(check));
            progress.step(i + 1, missing.size(), "transactions");
        }
    }

    /** A transaction is there as a whole or not at all, so its first record speaks for it. */
    private boolean isLoaded(JsonObject bundle) {
        JsonObject first = resources(bundle).findFirst().orElseThrow();
        return store.read(DEMO, first.resourceType(), first.text("id").orElseThrow())
                .isPresent();
    }

    /** Of all types that the demo has: the others are what the server itself puts into each store. */
    private boolean isEmpty(List<JsonObject> bundles) {
        List<Parameter> one = List.of(new Parameter("_count", "1"));
        return bundles.stream()
                .flatMap(DemoLoading::resources)
                .map(JsonObject::resourceType)
                .distinct()
                .allMatch(type -> search.search(DEMO, type, one).matches().isEmpty());
    }

    private static Stream<JsonObject> resources(JsonObject bundle) {
        return bundle.items("entry").stream().flatMap(entry -> ((JsonObject) entry).object("resource").stream());
    }
}
