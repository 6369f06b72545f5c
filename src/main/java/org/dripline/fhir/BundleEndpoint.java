package org.dripline.fhir;

import java.io.IOException;
import java.util.regex.Pattern;
import org.dripline.document.JsonObject;
import org.dripline.engine.bundle.EntryCheck;
import org.dripline.engine.bundle.EntryForm;
import org.dripline.engine.bundle.EntryResult;
import org.dripline.engine.bundle.Place;
import org.dripline.engine.bundle.Transactions;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;

/** Answers a Bundle sent to the base: a transaction, all or nothing, or a batch, each entry by itself. */
final class BundleEndpoint {
    private static final Pattern HISTORY = Pattern.compile("[^?]*_history/?(?:\\?.*)?", Pattern.DOTALL);

    private final Transactions transactions;
    private final Validation validation;
    private final ResourceBody.Reader bodies;
    private final InnerRequests requests;
    private final Batches batches;

    BundleEndpoint(ResourceEndpoint.Writing writing, ResourceBody.Reader bodies, InnerRequests requests) {
        this.transactions = writing.transactions();
        this.validation = writing.validation();
        this.batches = new Batches(requests, writing.limits().bundleEntries());
        this.bodies = bodies;
        this.requests = requests;
    }

    Reply run(Exchange exchange) throws IOException {
        Preconditions.refuseUnsupported(exchange.request());
        Preconditions.refuseIfNoneExist(exchange.request());
        Preconditions.refuseIfMatch(exchange.request());
        JsonObject bundle = bodies.read(exchange).resource();
        if (!bundle.resourceType().equals("Bundle")) {
            throw Refusal.malformed(
                    "bundle-expected", "The base takes a Bundle; send other resources to [base]/[type].");
        }
        return switch (bundle.text("type").orElse("")) {
            case "transaction" -> transaction(exchange, bundle);
            case "batch" -> {
                exchange.log().foundBatch();
                yield batches.run(exchange, bundle);
            }
            default ->
                throw Refusal.of(
                        400,
                        Issue.error("value", "bundle-type", "The base takes a Bundle of type transaction or batch.")
                                .at("Bundle.type"));
        };
    }

    private Reply transaction(Exchange exchange, JsonObject bundle) {
        Preference preference = Preference.of(exchange.request()).orElse(Preference.MINIMAL);
        EntryReplies replies = new EntryReplies("transaction-response", exchange.base());
        for (EntryResult<Reply> result : transactions.run(exchange.access(), bundle, host(exchange))) {
            switch (result) {
                case EntryResult.Wrote<Reply> wrote ->
                    replies.add(WriteAnswers.reply("", wrote.written(), preference), preference == Preference.OUTCOME);
                case EntryResult.Read<Reply> read -> replies.add(read.answer(), false);
            }
        }
        return replies.reply();
    }

    private Transactions.Host<Reply> host(Exchange exchange) {
        AnswerBudget budget = new AnswerBudget();
        return new Transactions.Host<>() {
            @Override
            public EntryCheck.Maker checks() {
                return entries -> validation.entries(exchange.access(), entries);
            }

            @Override
            public Reply read(Place place, JsonObject entry) {
                String url = EntryForm.request(place, entry).text("url").orElse("");
                if (HISTORY.matcher(url).matches()) {
                    throw place.wrong(
                            "request.url",
                            "entry-history",
                            "A change has its place in a history only when it is committed: ask for a history by"
                                    + " itself, or in a batch.");
                }
                return budget.spend(place, () -> requests.answer(exchange, place, entry));
            }
        };
    }
}
