package org.dripline.fhir;

import java.io.IOException;
import org.dripline.engine.bundle.Changes;
import org.dripline.engine.bundle.Transactions;
import org.dripline.engine.history.ResourceHistory;
import org.dripline.engine.search.MatchExplainer;
import org.dripline.engine.search.ResourceSearch;
import org.dripline.engine.store.IdSource;
import org.dripline.engine.store.ResourceStore;

/** Hands each interaction to the endpoint that answers it. Thread-safe. */
final class ResourceEndpoint {
    private final ReadEndpoint reads;
    private final SearchEndpoint searches;
    private final HistoryEndpoint histories;
    private final WriteEndpoint writes;
    private final ValidateEndpoint validations;
    private final BundleEndpoint bundles;
    private final EverythingEndpoint everything;
    private final SummaryEndpoint summaries;
    private final FhirLimits limits;

    ResourceEndpoint(
            ResourceStore store,
            ResourceSearch search,
            MatchExplainer explainer,
            Router router,
            Writing writing,
            ResourceHistory history,
            SummaryEndpoint.Clinic clinic) {
        ResourceBody.Reader bodies = new ResourceBody.Reader(
                writing.limits().document(), writing.validation().validator());
        this.limits = writing.limits();
        this.reads = new ReadEndpoint(store);
        this.searches = new SearchEndpoint(search, explainer, writing.limits());
        this.histories = new HistoryEndpoint(history, search.types());
        this.writes = new WriteEndpoint(writing, bodies);
        this.validations = new ValidateEndpoint(writing.validation(), bodies);
        InnerRequests requests = new InnerRequests(router, this::answer, limits.parameters());
        this.bundles = new BundleEndpoint(writing, bodies, requests);
        this.everything = new EverythingEndpoint(search, bodies);
        this.summaries = new SummaryEndpoint(clinic, store, bodies);
    }

    /** What holds for every body that comes in. */
    record Writing(
            Validation validation, FhirLimits limits, Changes changes, Transactions transactions, IdSource ids) {}

    FhirLimits limits() {
        return limits;
    }

    Reply answer(Exchange exchange, Interaction interaction) throws IOException {
        return switch (interaction) {
            case Interaction.Read read -> reads.read(exchange, read);
            case Interaction.Vread vread -> reads.vread(exchange, vread);
            case Interaction.Search search -> searches.search(exchange, search);
            case Interaction.ExplainMatch explain -> searches.explain(exchange, explain);
            case Interaction.History history -> histories.history(exchange, history);
            case Interaction.Create create -> writes.create(exchange, create);
            case Interaction.Update update -> writes.update(exchange, update);
            case Interaction.ConditionalUpdate update -> writes.update(exchange, update);
            case Interaction.ConditionalDelete delete -> writes.delete(exchange, delete);
            case Interaction.Patch patch -> writes.patch(exchange, patch);
            case Interaction.ConditionalPatch patch -> writes.patch(exchange, patch);
            case Interaction.Delete delete -> writes.delete(exchange, delete);
            case Interaction.Transaction transaction -> bundles.run(exchange);
            case Interaction.Validate validate -> validations.validate(exchange, validate);
            case Interaction.Everything asked -> everything.everything(exchange, asked);
            case Interaction.Summary asked -> summaries.answer(exchange, asked);
            case Interaction.Options options -> Reply.empty(200).with("Allow", String.join(", ", options.allowed()));
            case Interaction.Capabilities capabilities ->
                throw new IllegalStateException("HAPI answers this one: " + capabilities.code());
        };
    }
}
