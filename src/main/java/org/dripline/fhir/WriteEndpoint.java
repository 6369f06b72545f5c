package org.dripline.fhir;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dripline.engine.bundle.Change;
import org.dripline.engine.bundle.Change.Named;
import org.dripline.engine.bundle.Changes;
import org.dripline.engine.bundle.EntryCheck;
import org.dripline.engine.bundle.Place;
import org.dripline.engine.search.QueryText;
import org.dripline.engine.store.IdSource;
import org.dripline.engine.store.Written;
import org.dripline.patch.Patch;
import org.jspecify.annotations.Nullable;

/** Answers create, update, patch and delete, by id and by criteria. Every answer is built after the commit. */
final class WriteEndpoint {
    private final Changes changes;
    private final Validation validation;
    private final ResourceBody.Reader bodies;
    private final FhirLimits limits;
    private final IdSource ids;

    WriteEndpoint(ResourceEndpoint.Writing writing, ResourceBody.Reader bodies) {
        this.changes = writing.changes();
        this.validation = writing.validation();
        this.limits = writing.limits();
        this.ids = writing.ids();
        this.bodies = bodies;
    }

    Reply create(Exchange exchange, Interaction.Create create) throws IOException {
        FhirRequest request = exchange.request();
        Preconditions.refuseUnsupported(request);
        Preconditions.refuseIfMatch(request);
        // An empty one is a condition that went wrong, not the wish for none.
        Optional<String> condition = Optional.ofNullable(request.headers().apply(Preconditions.IF_NONE_EXIST));
        String id = ids.next();
        Named named = condition.isEmpty()
                ? Named.of(create.type(), id)
                : Named.by(changes.criteria(
                                create.type(), QueryText.ofCreate(create.type(), condition.get(), limits.parameters())))
                        .withId(id);
        ResourceBody body = bodies.read(exchange, create.type());
        return answer(exchange, Change.create(Place.REQUEST, named, body.resource()), body);
    }

    Reply update(Exchange exchange, Interaction.Update update) throws IOException {
        var ifMatch = ifMatch(exchange.request());
        ResourceBody body = bodies.read(exchange, update.type()).withId(update.type(), update.id());
        return answer(exchange, Change.update(Named.of(update.type(), update.id()), body.resource(), ifMatch), body);
    }

    Reply update(Exchange exchange, Interaction.ConditionalUpdate update) throws IOException {
        var ifMatch = ifMatch(exchange.request());
        Named named =
                Named.by(changes.criteria(update.type(), update.criteria())).withId(ids.next());
        ResourceBody body = bodies.read(exchange, update.type());
        return answer(exchange, Change.update(named, body.resource(), ifMatch), body);
    }

    Reply patch(Exchange exchange, Interaction.Patch patch) throws IOException {
        return patch(exchange, Named.of(patch.type(), patch.id()));
    }

    Reply patch(Exchange exchange, Interaction.ConditionalPatch patch) throws IOException {
        return patch(exchange, Named.by(changes.criteria(patch.type(), patch.criteria())));
    }

    private Reply patch(Exchange exchange, Named named) throws IOException {
        var ifMatch = ifMatch(exchange.request());
        Patch patch = PatchBody.read(exchange, limits.document());
        return answer(exchange, Change.patch(named, patch::apply, ifMatch), null);
    }

    Reply delete(Exchange exchange, Interaction.Delete delete) {
        var ifMatch = ifMatch(exchange.request());
        return answer(exchange, Change.delete(Named.of(delete.type(), delete.id()), ifMatch), null);
    }

    Reply delete(Exchange exchange, Interaction.ConditionalDelete delete) {
        var ifMatch = ifMatch(exchange.request());
        Named named = Named.by(changes.criteria(delete.type(), delete.criteria()));
        return answer(exchange, Change.delete(named, ifMatch), null);
    }

    private static OptionalLong ifMatch(FhirRequest request) {
        Preconditions.refuseUnsupported(request);
        Preconditions.refuseIfNoneExist(request);
        return Preconditions.ifMatch(request);
    }

    /** @param body as sent; null when there is none, or it is not the resource itself */
    private Reply answer(Exchange exchange, Change change, @Nullable ResourceBody body) {
        // Only of a body as it was sent can be said in which line and column it is wrong.
        EntryCheck check =
                (reference, resource) -> body != null && body.resource().equals(resource)
                        ? validation.accept(exchange.access(), reference, body)
                        : validation.accept(exchange.access(), reference, resource);
        List<Written> written = changes.run(
                        new Changes.Task(exchange.access(), entries -> check, null), List.of(change))
                .getFirst();
        Preference preference = Preference.of(exchange.request()).orElse(Preference.REPRESENTATION);
        return WriteAnswers.reply(exchange.base() + '/', written, preference);
    }
}
