package org.dripline.fhir;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dripline.engine.store.IdSource;
import org.dripline.engine.store.ResourceStore;
import org.dripline.engine.store.StoredVersion;
import org.dripline.engine.store.Write;
import org.dripline.engine.store.Written;
import org.dripline.outcome.Issue;

/** Answers create, update and delete. Every answer is built after the commit. */
final class WriteEndpoint {
    private final ResourceStore store;
    private final Validation validation;
    private final ResourceBody.Reader bodies;
    private final IdSource ids;

    WriteEndpoint(ResourceStore store, Validation validation, ResourceBody.Reader bodies, IdSource ids) {
        this.store = store;
        this.validation = validation;
        this.bodies = bodies;
        this.ids = ids;
    }

    Reply create(Exchange exchange, Interaction.Create create) throws IOException {
        Preconditions.refuseUnsupported(exchange.request());
        Preconditions.refuseIfMatch(exchange.request());
        ResourceBody body = bodies.read(exchange).ofType(create.type());
        String id = ids.next();
        List<Issue> issues = validation.accept(exchange.access(), create.type() + '/' + id, body);
        return answer(exchange, new Write.Create(create.type(), id, body.resource(), issues));
    }

    Reply update(Exchange exchange, Interaction.Update update) throws IOException {
        Preconditions.refuseUnsupported(exchange.request());
        var ifMatch = Preconditions.ifMatch(exchange.request());
        ResourceBody body = bodies.read(exchange).ofType(update.type()).withId(update.type(), update.id());
        List<Issue> issues = validation.accept(exchange.access(), update.type() + '/' + update.id(), body);
        return answer(exchange, new Write.Update(update.type(), update.id(), body.resource(), ifMatch, issues));
    }

    Reply delete(Exchange exchange, Interaction.Delete delete) {
        Preconditions.refuseUnsupported(exchange.request());
        return answer(
                exchange, new Write.Delete(delete.type(), delete.id(), Preconditions.ifMatch(exchange.request())));
    }

    private Reply answer(Exchange exchange, Write write) {
        Written written = store.write(exchange.access(), List.of(write)).getFirst();
        Preference preference = Preference.of(exchange.request()).orElse(Preference.REPRESENTATION);
        Reply reply = body(written, preference);
        StoredVersion version = written.version();
        if (version == null) {
            return reply;
        }
        return version.deleted() ? reply.with("ETag", Preconditions.etag(version)) : located(exchange, reply, version);
    }

    private static Reply located(Exchange exchange, Reply reply, StoredVersion version) {
        return reply.stamped(version).with("Location", exchange.base() + '/' + location(version));
    }

    private static Reply body(Written written, Preference preference) {
        int status = status(written);
        StoredVersion version = written.version();
        return switch (preference) {
            case OUTCOME -> Reply.json(status == 204 ? 200 : status, Outcomes.bytes(told(written)));
            case MINIMAL -> Reply.empty(status);
            case REPRESENTATION ->
                version == null || version.deleted() ? Reply.empty(status) : Reply.json(status, version.content());
        };
    }

    /** What was done, then the warnings it earned. */
    static List<Issue> told(Written written) {
        String text = switch (written.effect()) {
            case CREATED -> "Created.";
            case UPDATED -> "Updated.";
            case DELETED -> "Deleted.";
            case NOTHING -> "Nothing was to be done.";
        };
        List<Issue> told = new ArrayList<>();
        told.add(Issue.information("informational", "done", text));
        told.addAll(written.issues());
        return told;
    }

    static int status(Written written) {
        StoredVersion version = written.version();
        return switch (written.effect()) {
            case CREATED -> 201;
            case UPDATED -> 200;
            case DELETED -> 204;
            case NOTHING -> version == null || version.deleted() ? 204 : 200;
        };
    }

    /** Where a version is found, relative to the base. */
    static String location(StoredVersion version) {
        return version.type() + '/' + version.id() + "/_history/" + version.version();
    }
}
