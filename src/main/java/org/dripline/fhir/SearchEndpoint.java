package org.dripline.fhir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dripline.engine.search.MatchExplainer;
import org.dripline.engine.search.Parameter;
import org.dripline.engine.search.QueryText;
import org.dripline.engine.search.ResourceSearch;
import org.dripline.engine.search.SearchPage;
import org.dripline.engine.search.SearchTarget;
import org.dripline.engine.store.StoredVersion;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;

/** Answers searches, and explains them. Stored bytes go out as they are. */
final class SearchEndpoint {
    static final Set<String> EXPLAIN_PARAMETERS = Set.of("query");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final ResourceSearch search;
    private final MatchExplainer explainer;
    private final FhirLimits limits;
    private final List<String> types;

    SearchEndpoint(ResourceSearch search, MatchExplainer explainer, FhirLimits limits) {
        this.search = search;
        this.explainer = explainer;
        this.limits = limits;
        this.types = search.types();
    }

    Reply search(Exchange exchange, Interaction.Search asked) throws IOException {
        if (!asked.form()) {
            return found(exchange, asked.target(), asked.parameters());
        }
        FhirRequest request = exchange.request();
        List<Parameter> all = new ArrayList<>(request.parameters());
        all.addAll(form(exchange, limits.parameters() - all.size()));
        FhirRequest whole = new FhirRequest(request.method(), request.base(), request.path(), all, request.headers());
        // The form may say how the answer shall look.
        Negotiation negotiation = Negotiation.of(whole);
        Exchange renewed = new Exchange(whole, negotiation, exchange.access(), exchange.body(), exchange.log());
        return found(renewed, asked.target(), Router.ofSearch(all)).as(negotiation);
    }

    private List<Parameter> form(Exchange exchange, int max) throws IOException {
        byte[] body = RequestBody.read(exchange, limits.bodyBytes());
        if (body.length == 0) {
            return List.of();
        }
        boolean form = exchange.request()
                .header("Content-Type")
                .map(MediaRange::parse)
                .filter(range -> range.type().equals(FORM) && range.utf8())
                .isPresent();
        if (!form) {
            throw Refusal.of(
                    415,
                    Issue.error(
                            "not-supported",
                            "content-type",
                            "Send the parameters with the Content-Type " + FORM + "."));
        }
        return QueryText.parse(new String(body, StandardCharsets.ISO_8859_1), max);
    }

    private Reply found(Exchange exchange, SearchTarget target, List<Parameter> parameters) {
        Subset subset = subset(target, parameters);
        SearchPage page =
                search.search(exchange.access(), target, parameters, Preference.isLenient(exchange.request()));
        String url = exchange.base() + path(target);
        BundleBytes bundle = new BundleBytes("searchset", page.total())
                .link("self", exchange.negotiation().link(url, page.applied()));
        page.next().ifPresent(next -> bundle.link("next", exchange.negotiation().link(url, next)));
        page.matches().forEach(match -> entry(bundle, exchange, match, subset, "match"));
        page.included().forEach(included -> entry(bundle, exchange, included, subset.ofIncluded(), "include"));
        if (!page.warnings().isEmpty()) {
            bundle.open()
                    .resource(Outcomes.bytes(page.warnings()))
                    .member("search", "{\"mode\":\"outcome\"}")
                    .close();
        }
        return Reply.json(200, bundle.bytes());
    }

    private Subset subset(SearchTarget target, List<Parameter> parameters) {
        Subset subset = Subset.of(parameters);
        boolean includes =
                parameters.stream().anyMatch(parameter -> parameter.name().contains("include"));
        if (subset.kind() == Subset.Kind.TEXT && includes) {
            throw Refusal.invalid("subset", "_summary=text cannot be mixed with _include and _revinclude.");
        }
        return switch (target) {
            case SearchTarget.OfType(String type) -> subset.forType(type);
            case SearchTarget.OfCompartment(String compartment, String id, String type) -> subset.forType(type);
            case SearchTarget.OfSystem() -> subset.forTypes(types);
            case SearchTarget.OfWholeCompartment(String compartment, String id) -> subset.forTypes(types);
        };
    }

    private static void entry(
            BundleBytes bundle, Exchange exchange, StoredVersion version, Subset subset, String mode) {
        bundle.open()
                .fullUrl(exchange.base() + '/' + version.type() + '/' + version.id())
                .resource(subset.of(version.content()))
                .member("search", "{\"mode\":\"" + mode + "\"}")
                .close();
    }

    private static String path(SearchTarget target) {
        return switch (target) {
            case SearchTarget.OfType(String type) -> "/" + type;
            case SearchTarget.OfSystem() -> "";
            case SearchTarget.OfCompartment(String compartment, String id, String type) ->
                "/" + compartment + "/" + id + "/" + type;
            case SearchTarget.OfWholeCompartment(String compartment, String id) -> "/" + compartment + "/" + id + "/*";
        };
    }

    /** {@code GET [type]/[id]/$explain-match?query=code%3D1234%26status%3Dfinal}. */
    Reply explain(Exchange exchange, Interaction.ExplainMatch asked) {
        String query = exchange.request()
                .parameter("query")
                .orElseThrow(
                        () -> Refusal.invalid(
                                "explain-query",
                                "$explain-match takes the search to explain, percent-encoded: query=code%3D1234%26status%3Dfinal."));
        String parameters = query.substring(query.indexOf('?') + 1);
        return explainer
                .explain(
                        exchange.access(),
                        asked.type(),
                        asked.id(),
                        Router.ofSearch(QueryText.parse(parameters, limits.parameters())))
                .map(verdicts -> Reply.json(200, Explanation.bytes(verdicts)))
                .orElseThrow(() -> Refusal.notFound("There is no such " + asked.type() + "."));
    }
}
