package org.dripline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.dripline.access.Access;
import org.dripline.demo.DemoData;
import org.dripline.document.JsonObject;
import org.dripline.engine.bundle.Transactions;
import org.dripline.engine.search.Parameter;
import org.dripline.engine.search.ResourceSearch;
import org.dripline.profile.ProfileValidator;

/** Fills an empty store with the demo clinic, through the same validation and the same transactions as a client's. */
final class DemoLoading {
    private static final Access DEMO = Access.ofClinic("demo");

    private final ResourceSearch search;
    private final Transactions transactions;
    private final ProfileValidator validator;

    DemoLoading(ResourceSearch search, Transactions transactions, ProfileValidator validator) {
        this.search = search;
        this.transactions = transactions;
        this.validator = validator;
    }

    /** Loads nothing where there is a patient already. */
    void fill(Clock clock, ServerSettings settings) {
        if (!isEmpty()) {
            return;
        }
        Progress progress = new Progress(System.out, settings.terminal(), "Loading the demo clinic:");
        List<JsonObject> bundles = DemoData.bundles(LocalDate.ofInstant(clock.instant(), settings.zone()))
                .toList();
        for (int i = 0; i < bundles.size(); i++) {
            transactions.run(DEMO, bundles.get(i), entries -> (reference, resource) -> validator.accept(resource));
            progress.step(i + 1, bundles.size(), "transactions");
        }
    }

    private boolean isEmpty() {
        return search.search(DEMO, "Patient", List.of(new Parameter("_count", "1")))
                .matches()
                .isEmpty();
    }
}
