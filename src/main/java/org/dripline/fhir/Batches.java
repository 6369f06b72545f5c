package org.dripline.fhir;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.References;
import org.dripline.engine.bundle.EntryForm;
import org.dripline.engine.bundle.Place;
import org.dripline.engine.bundle.Urns;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;

/**
 * Carries out the entries of a batch, each by itself (R4, http.html#brules): one that fails, for whatever reason, changes
 * nothing for the others. Done in the order of a transaction, answered in that of the request.
 */
final class Batches {
    private static final List<String> ORDER = List.of("DELETE", "POST", "PUT", "PATCH", "GET", "HEAD");
    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final InnerRequests requests;
    private final int maxEntries;

    Batches(InnerRequests requests, int maxEntries) {
        this.requests = requests;
        this.maxEntries = maxEntries;
    }

    /** @param outcome whether the body of the reply is an OperationOutcome about the entry */
    private record Answered(Reply reply, boolean outcome) {}

    Reply run(Exchange exchange, JsonObject bundle) {
        List<Json> items = EntryForm.entries(bundle, maxEntries);
        Set<String> made = made(items);
        AnswerBudget budget = new AnswerBudget();
        TreeMap<Integer, Answered> answers = new TreeMap<>();
        IntStream.range(0, items.size())
                .boxed()
                .sorted(Comparator.comparingInt(index -> ORDER.indexOf(method(items.get(index)))))
                .forEach(index ->
                        answers.put(index, answer(exchange, Place.entry(index), items.get(index), made, budget)));
        EntryReplies replies = new EntryReplies("batch-response", exchange.base());
        answers.values().forEach(answered -> replies.add(answered.reply(), answered.outcome()));
        return replies.reply();
    }

    private Answered answer(Exchange exchange, Place place, Json item, Set<String> made, AnswerBudget budget) {
        try {
            JsonObject entry = EntryForm.entry(place, item);
            refuseLinks(entry, made);
            Reply reply = READS.contains(method(item))
                    ? budget.spend(place, () -> requests.answer(exchange, place, entry))
                    : requests.answer(exchange, place, entry);
            boolean told = Preference.of(exchange.request()).stream().anyMatch(Preference.OUTCOME::equals);
            return new Answered(reply, told && !READS.contains(method(item)));
        } catch (Refusal refusal) {
            return new Answered(Outcomes.reply(place.ofEntry(refusal)), true);
        } catch (RuntimeException | StackOverflowError defect) {
            exchange.log().defect(defect);
            return new Answered(Outcomes.defect(exchange.log().requestId()), true);
        }
    }

    /** What the entries that make something call it. */
    private static Set<String> made(List<Json> items) {
        Set<String> made = new HashSet<>();
        for (Json item : items) {
            if (item instanceof JsonObject entry && method(item).equals("POST")) {
                entry.text("fullUrl").map(Urns::key).ifPresent(made::add);
            }
        }
        return made;
    }

    /** "References … to another Bundle.entry.resource that is being created within the batch are … non-conformant". */
    private static void refuseLinks(JsonObject entry, Set<String> made) {
        if (made.isEmpty()) {
            return;
        }
        JsonObject resource = entry.object("resource").orElse(JsonObject.EMPTY);
        for (References.Target target : References.targets(resource)) {
            if (made.contains(Urns.key(target.reference()))) {
                Issue issue = Issue.error(
                                "value",
                                "batch-link",
                                "The entries of a batch cannot refer to what another one makes; send a transaction.")
                        .at(target.path() + ".reference");
                throw Refusal.of(400, issue);
            }
        }
    }

    private static String method(Json item) {
        return item instanceof JsonObject entry
                ? entry.object("request")
                        .flatMap(request -> request.text("method"))
                        .orElse("")
                : "";
    }
}
