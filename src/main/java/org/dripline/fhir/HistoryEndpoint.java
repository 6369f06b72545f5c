package org.dripline.fhir;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dripline.engine.history.HistoryEntry;
import org.dripline.engine.history.HistoryPage;
import org.dripline.engine.history.HistoryTarget;
import org.dripline.engine.history.ResourceHistory;
import org.dripline.engine.search.Parameter;
import org.dripline.engine.store.StoredVersion;
import org.dripline.outcome.Refusal;

/** Answers histories, deletions without a document. Stored bytes go out as they are. */
final class HistoryEndpoint {
    static final Set<String> PARAMETERS = Stream.of(ResourceHistory.PARAMETERS, Subset.PARAMETERS)
            .flatMap(Set::stream)
            .collect(toUnmodifiableSet());

    private final ResourceHistory history;
    private final List<String> types;

    HistoryEndpoint(ResourceHistory history, List<String> types) {
        this.history = history;
        this.types = types;
    }

    Reply history(Exchange exchange, Interaction.History asked) {
        List<Parameter> parameters = exchange.request().parameters();
        Subset subset = subset(asked.target(), parameters);
        HistoryPage page = history.page(exchange.access(), asked.target(), parameters);
        String url = exchange.base() + path(asked.target());
        BundleBytes bundle = new BundleBytes("history", page.total()).link("self", link(exchange, url, page.applied()));
        page.next().ifPresent(next -> bundle.link("next", link(exchange, url, next)));
        page.entries().forEach(entry -> add(bundle, exchange.base(), entry, subset));
        return Reply.json(200, bundle.bytes());
    }

    private Subset subset(HistoryTarget target, List<Parameter> parameters) {
        Subset subset = Subset.of(parameters);
        if (subset.kind() == Subset.Kind.COUNT) {
            throw Refusal.invalid("subset", "A history cannot be counted: _summary=count is not served here.");
        }
        return target instanceof HistoryTarget.OfSystem ? subset.forTypes(types) : subset.forType(target.type());
    }

    /** A link that repeats how the resources were cut; the names in it have been found among the known ones. */
    private static String link(Exchange exchange, String url, String query) {
        String all = exchange.request().parameters().stream()
                .filter(parameter -> Subset.PARAMETERS.contains(parameter.name()))
                .map(parameter -> parameter.name() + "=" + parameter.value())
                .reduce(query, (left, right) -> left.isEmpty() ? right : left + "&" + right);
        return exchange.negotiation().link(url, all);
    }

    private static String path(HistoryTarget target) {
        return switch (target) {
            case HistoryTarget.OfResource(String type, String id) -> "/" + type + "/" + id + "/_history";
            case HistoryTarget.OfType(String type) -> "/" + type + "/_history";
            case HistoryTarget.OfSystem() -> "/_history";
        };
    }

    private static void add(BundleBytes bundle, String base, HistoryEntry entry, Subset subset) {
        StoredVersion version = entry.version();
        String name = version.type() + '/' + version.id();
        bundle.open().fullUrl(base + '/' + name);
        if (!version.deleted()) {
            bundle.resource(subset.of(version.content()));
        }
        String request = switch (version.interaction()) {
            case CREATE -> request("POST", version.type());
            case UPDATE -> request("PUT", name);
            case PATCH -> request("PATCH", name);
            case DELETE -> request("DELETE", name);
        };
        int written = entry.created() ? 201 : 200;
        int status = version.deleted() ? 204 : written;
        bundle.member("request", request)
                .member(
                        "response",
                        "{\"status\":\"" + status + "\",\"etag\":\"W/\\\"" + version.version()
                                + "\\\"\",\"lastModified\":\"" + version.updatedAt() + "\"}")
                .close();
    }

    private static String request(String method, String url) {
        return "{\"method\":\"" + method + "\",\"url\":\"" + url + "\"}";
    }
}
