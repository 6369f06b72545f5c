package org.dripline.fhir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dripline.document.JsonObject;
import org.dripline.engine.bundle.EntryResult;
import org.dripline.engine.bundle.Transactions;
import org.dripline.engine.store.StoredVersion;
import org.dripline.engine.store.Written;
import org.dripline.outcome.Refusal;

/** Answers a transaction Bundle with a transaction-response, entry by entry in the order of the request. */
final class TransactionEndpoint {
    private final Transactions transactions;
    private final Validation validation;
    private final ResourceBody.Reader bodies;

    TransactionEndpoint(Transactions transactions, Validation validation, ResourceBody.Reader bodies) {
        this.transactions = transactions;
        this.validation = validation;
        this.bodies = bodies;
    }

    Reply run(Exchange exchange) throws IOException {
        Preconditions.refuseUnsupported(exchange.request());
        Preconditions.refuseIfMatch(exchange.request());
        JsonObject bundle = bodies.read(exchange).resource();
        if (!bundle.resourceType().equals("Bundle")) {
            throw Refusal.malformed(
                    "bundle-expected", "The base takes a Bundle; send other resources to [base]/[type].");
        }
        List<EntryResult> results =
                transactions.run(exchange.access(), bundle, entries -> validation.entries(exchange.access(), entries));
        Optional<Preference> preference = Preference.of(exchange.request());
        BundleBytes response = new BundleBytes("transaction-response", OptionalLong.empty());
        results.forEach(result -> add(response, exchange.base(), result.written(), preference));
        return Reply.json(200, response.bytes());
    }

    private static void add(BundleBytes response, String base, Written written, Optional<Preference> preference) {
        StoredVersion version = written.version();
        response.open();
        boolean resource = preference.equals(Optional.of(Preference.REPRESENTATION));
        if (resource && version != null && !version.deleted()) {
            response.fullUrl(base + '/' + version.type() + '/' + version.id()).resource(version.content());
        }
        boolean outcome = preference.equals(Optional.of(Preference.OUTCOME));
        response.member("response", response(written, outcome)).close();
    }

    private static String response(Written written, boolean outcome) {
        StringBuilder json =
                new StringBuilder("{\"status\":\"").append(status(written)).append('"');
        StoredVersion version = written.version();
        if (version != null && !version.deleted()) {
            json.append(",\"location\":\"")
                    .append(WriteEndpoint.location(version))
                    .append('"');
        }
        if (version != null) {
            json.append(",\"etag\":\"W/\\\"").append(version.version()).append("\\\"\",\"lastModified\":\"");
            json.append(version.updatedAt()).append('"');
        }
        if (outcome) {
            json.append(",\"outcome\":")
                    .append(new String(Outcomes.bytes(WriteEndpoint.told(written)), StandardCharsets.UTF_8));
        }
        return json.append('}').toString();
    }

    private static String status(Written written) {
        return switch (WriteEndpoint.status(written)) {
            case 201 -> "201 Created";
            case 204 -> "204 No Content";
            default -> "200 OK";
        };
    }
}
