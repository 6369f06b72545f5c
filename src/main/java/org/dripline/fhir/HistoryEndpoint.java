package org.dripline.fhir;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.dripline.engine.search.Parameter;
import org.dripline.engine.store.ResourceStore;
import org.dripline.engine.store.StoredVersion;
import org.dripline.outcome.Refusal;

/** Answers the history of one resource, newest version first, deletions without a document. */
final class HistoryEndpoint {
    private final ResourceStore store;

    HistoryEndpoint(ResourceStore store) {
        this.store = store;
    }

    Reply history(Exchange exchange, Interaction.History history) {
        HistoryPage page = HistoryPage.of(exchange.request());
        String url = exchange.base() + '/' + history.type() + '/' + history.id();
        // One more than a page holds tells whether there is another.
        List<StoredVersion> found =
                store.history(exchange.access(), history.type(), history.id(), page.before(), page.count() + 1);
        if (found.isEmpty()
                && store.read(exchange.access(), history.type(), history.id()).isEmpty()) {
            throw Refusal.notFound("There is no such " + history.type() + ".");
        }
        List<StoredVersion> shown = found.stream()
                .limit(page.count())
                .filter(version -> !version.updatedAt().isBefore(page.since()))
                .toList();
        BundleBytes bundle = new BundleBytes("history", OptionalLong.empty())
                .link("self", historyLink(exchange, url, exchange.request().parameters()));
        if (found.size() > page.count() && shown.size() == page.count()) {
            Optional<String> since = exchange.request().parameter("_since");
            String next = page.after(shown.getLast().version(), since);
            bundle.link("next", exchange.negotiation().link(url + "/_history", next));
        }
        Set<Long> deletions = found.stream()
                .filter(StoredVersion::deleted)
                .map(StoredVersion::version)
                .collect(toSet());
        for (StoredVersion version : shown) {
            boolean created = version.version() == 1 || deletions.contains(version.version() - 1);
            add(bundle, url, version, created ? 201 : 200);
        }
        return Reply.json(200, bundle.bytes());
    }

    private static String historyLink(Exchange exchange, String url, List<Parameter> parameters) {
        String query = parameters.stream()
                .filter(parameter -> HistoryPage.PARAMETERS.contains(parameter.name()))
                .map(parameter -> parameter.name() + "=" + parameter.value().replace("+", "%2B"))
                .reduce((left, right) -> left + "&" + right)
                .orElse("");
        return exchange.negotiation().link(url + "/_history", query);
    }

    /** @param written the status that the write of a document had */
    private static void add(BundleBytes bundle, String url, StoredVersion version, int written) {
        bundle.open().fullUrl(url);
        if (!version.deleted()) {
            bundle.resource(version.content());
        }
        String method = switch (version.interaction()) {
            case CREATE -> "POST";
            case UPDATE -> "PUT";
            case PATCH -> "PATCH";
            case DELETE -> "DELETE";
        };
        String target = method.equals("POST") ? version.type() : version.type() + '/' + version.id();
        int status = version.deleted() ? 204 : written;
        bundle.member("request", "{\"method\":\"" + method + "\",\"url\":\"" + target + "\"}")
                .member(
                        "response",
                        "{\"status\":\"" + status + "\",\"etag\":\"W/\\\"" + version.version()
                                + "\\\"\",\"lastModified\":\"" + version.updatedAt() + "\"}")
                .close();
    }
}
