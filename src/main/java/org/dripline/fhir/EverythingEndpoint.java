package org.dripline.fhir;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.engine.search.Parameter;
import org.dripline.engine.search.ResourceSearch;
import org.dripline.engine.search.SearchPage;
import org.dripline.engine.store.StoredVersion;
import org.dripline.outcome.Refusal;

/**
 * Answers {@code $everything} (R4, OperationDefinition Patient-everything) with pages of a searchset. Stored bytes go out
 * as they are.
 */
final class EverythingEndpoint {
    static final String PATH = "$everything";

    /** Where a Parameters resource holds what the operation takes. */
    private static final Map<String, String> ELEMENTS = Map.of(
            "start", "valueDate",
            "end", "valueDate",
            "_since", "valueInstant",
            "_type", "valueCode",
            "_count", "valueInteger");

    private final ResourceSearch search;
    private final ResourceBody.Reader bodies;

    EverythingEndpoint(ResourceSearch search, ResourceBody.Reader bodies) {
        this.search = search;
        this.bodies = bodies;
    }

    Reply everything(Exchange exchange, Interaction.Everything asked) throws IOException {
        List<Parameter> parameters =
                new ArrayList<>(Router.ofSearch(exchange.request().parameters()));
        if (asked.form()) {
            parameters.addAll(sent(bodies.read(exchange).resource()));
        }
        SearchPage page = search.everything(exchange.access(), asked.id(), parameters);
        String url = exchange.base() + "/Patient/" + (asked.id().isEmpty() ? "" : asked.id() + '/') + PATH;
        BundleBytes bundle = new BundleBytes("searchset", page.total())
                .link("self", exchange.negotiation().link(url, page.applied()));
        page.next().ifPresent(next -> bundle.link("next", exchange.negotiation().link(url, next)));
        page.matches().forEach(match -> entry(bundle, exchange, match, "match"));
        page.included().forEach(included -> entry(bundle, exchange, included, "include"));
        return Reply.json(200, bundle.bytes());
    }

    private static void entry(BundleBytes bundle, Exchange exchange, StoredVersion version, String mode) {
        bundle.open()
                .fullUrl(exchange.base() + '/' + version.type() + '/' + version.id())
                .resource(version.content())
                .member("search", "{\"mode\":\"" + mode + "\"}")
                .close();
    }

    private static List<Parameter> sent(JsonObject body) {
        if (!body.resourceType().equals("Parameters")) {
            throw Refusal.malformed("resource-type", "Send the parameters of $everything as a Parameters resource.");
        }
        return body.items("parameter").stream()
                .map(item -> item instanceof JsonObject object ? object : JsonObject.EMPTY)
                .map(EverythingEndpoint::parameter)
                .toList();
    }

    /** A name that the operation does not have is refused later, like one in the URL. */
    private static Parameter parameter(JsonObject sent) {
        String name = sent.text("name").orElse("");
        String element = ELEMENTS.get(name);
        if (element == null) {
            return new Parameter(name, "");
        }
        return switch (sent.get(element)) {
            case Json.Text(String text) -> new Parameter(name, text);
            case Json.Numeral(String text) -> new Parameter(name, text);
            case null, default ->
                throw Refusal.invalid(
                        "parameter-value", "The parameter " + name + " has its value in " + element + ".");
        };
    }
}
