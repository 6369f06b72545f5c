package org.dripline.fhir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dripline.engine.search.Parameter;
import org.dripline.engine.search.ResourceSearch;
import org.dripline.engine.search.SearchPage;
import org.dripline.engine.store.ResourceStore;
import org.dripline.engine.store.StoredVersion;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;

/** Answers what changes nothing: read, vread, search. Stored bytes go out as they are. */
final class ReadEndpoint {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final ResourceStore store;
    private final ResourceSearch search;
    private final FhirLimits limits;

    ReadEndpoint(ResourceStore store, ResourceSearch search, FhirLimits limits) {
        this.store = store;
        this.search = search;
        this.limits = limits;
    }

    Reply read(Exchange exchange, Interaction.Read read) {
        StoredVersion version = store.read(exchange.access(), read.type(), read.id())
                .orElseThrow(() -> Refusal.notFound("There is no such " + read.type() + "."));
        return present(exchange, version);
    }

    Reply vread(Exchange exchange, Interaction.Vread vread) {
        StoredVersion version = store.readVersion(exchange.access(), vread.type(), vread.id(), vread.version())
                .orElseThrow(() -> Refusal.notFound("There is no such version of this " + vread.type() + "."));
        return present(exchange, version);
    }

    private static Reply present(Exchange exchange, StoredVersion version) {
        if (version.deleted()) {
            throw Refusal.gone("This " + version.type() + " has been deleted; its _history tells what it was.")
                    .with("ETag", Preconditions.etag(version));
        }
        if (Preconditions.notModified(exchange.request(), version)) {
            return Reply.empty(304).stamped(version);
        }
        return Reply.version(200, version);
    }

    Reply search(Exchange exchange, Interaction.Search asked) throws IOException {
        if (!asked.form()) {
            return found(exchange, asked.type(), asked.parameters());
        }
        FhirRequest request = exchange.request();
        List<Parameter> all = new ArrayList<>(request.parameters());
        all.addAll(form(exchange, limits.parameters() - all.size()));
        FhirRequest whole = new FhirRequest(request.method(), request.base(), request.path(), all, request.headers());
        // The form may say how the answer shall look.
        Negotiation negotiation = Negotiation.of(whole);
        Exchange renewed = new Exchange(whole, negotiation, exchange.access(), exchange.body());
        return found(renewed, asked.type(), Router.ofSearch(all)).as(negotiation);
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

    private Reply found(Exchange exchange, String type, List<Parameter> parameters) {
        SearchPage page = search.search(exchange.access(), type, parameters);
        String url = exchange.base() + '/' + type;
        BundleBytes bundle = new BundleBytes("searchset", page.total())
                .link("self", exchange.negotiation().link(url, page.applied()));
        page.next().ifPresent(next -> bundle.link("next", exchange.negotiation().link(url, next)));
        for (StoredVersion match : page.matches()) {
            bundle.open()
                    .fullUrl(url + '/' + match.id())
                    .resource(match.content())
                    .member("search", "{\"mode\":\"match\"}")
                    .close();
        }
        return Reply.json(200, bundle.bytes());
    }
}
