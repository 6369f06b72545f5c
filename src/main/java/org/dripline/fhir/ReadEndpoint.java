package org.dripline.fhir;

import org.dripline.engine.store.ResourceStore;
import org.dripline.engine.store.StoredVersion;
import org.dripline.outcome.Refusal;

/** Answers what changes nothing: read and vread. Stored bytes go out as they are. */
final class ReadEndpoint {
    private final ResourceStore store;

    ReadEndpoint(ResourceStore store) {
        this.store = store;
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
        if (exchange.negotiation().shape() == Shape.CONTENT) {
            return BinaryContent.reply(version);
        }
        Subset subset = Subset.of(exchange.request().parameters()).forType(version.type());
        return subset.isWhole()
                ? Reply.version(200, version)
                : Reply.json(200, subset.of(version.content())).stamped(version);
    }
}
