package org.dripline.fhir;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonWriter;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.dripline.profile.BodyFormat;

/**
 * Answers {@code $validate} (R4, resource-operation-validate.html): 200 with the findings, whatever they are, unless
 * the body cannot be read at all.
 */
final class ValidateEndpoint {
    static final Set<String> PARAMETERS = Set.of("mode", "profile");

    private static final Set<String> MODES = Set.of("create", "update", "delete", "profile");

    /** It is no element of the body. */
    private static final Issue UNKNOWN = Issue.warning(
            "not-found",
            "profile-unknown",
            "The profile that the parameter profile names is not known here, so the resource was not held to it.");

    private final Validation validation;
    private final ResourceBody.Reader bodies;

    ValidateEndpoint(Validation validation, ResourceBody.Reader bodies) {
        this.validation = validation;
        this.bodies = bodies;
    }

    Reply validate(Exchange exchange, Interaction.Validate asked) throws IOException {
        ResourceBody body = bodies.read(exchange);
        boolean wrapped = body.resource().resourceType().equals("Parameters");
        JsonObject parameters = wrapped ? body.resource() : JsonObject.EMPTY;
        String mode = stated(exchange, parameters, "mode", "valueCode").orElse("");
        Optional<String> profile = stated(exchange, parameters, "profile", "valueUri");
        if (!mode.isEmpty() && !MODES.contains(mode)) {
            throw Refusal.invalid("parameter-value", "The parameter mode is create, update, delete or profile.");
        }
        Optional<JsonObject> resource = wrapped
                ? named(parameters, "resource").flatMap(found -> found.object("resource"))
                : Optional.of(body.resource());
        if (resource.isEmpty()) {
            return withoutResource(mode);
        }
        if (!resource.get().resourceType().equals(asked.type())) {
            throw Refusal.malformed(
                    "resource-type", "The URL names " + asked.type() + "; send a " + asked.type() + " to validate.");
        }
        boolean unknown = profile.isPresent() && !validation.validator().knows(profile.get());
        Optional<String> claim = profile.filter(named -> !unknown);
        boolean rewritten = wrapped || claim.isPresent();
        ResourceBody judged = rewritten ? rewritten(claiming(resource.get(), claim)) : body;
        String reference = asked.type() + '/' + id(asked, mode, resource.get());
        List<Issue> issues =
                validation.check(exchange.access(), reference, judged).issues();
        List<Issue> all =
                unknown ? Stream.concat(issues.stream(), Stream.of(UNKNOWN)).toList() : issues;
        return Reply.json(200, Outcomes.bytes(rewritten ? withoutPlaces(all) : all));
    }

    private static ResourceBody rewritten(JsonObject resource) {
        return new ResourceBody(JsonWriter.bytes(resource), BodyFormat.JSON, resource);
    }

    /** A resource that was not the body itself has no lines or columns that the caller could find. */
    private static List<Issue> withoutPlaces(List<Issue> issues) {
        return issues.stream().map(issue -> issue.at((Issue.Place) null)).toList();
    }

    /** Under which id the resource would be stored: of its own only by an update. */
    private static String id(Interaction.Validate asked, String mode, JsonObject resource) {
        if (mode.equals("create")) {
            return "";
        }
        return asked.id().isEmpty() ? resource.text("id").orElse("") : asked.id();
    }

    private static Reply withoutResource(String mode) {
        if (mode.equals("delete")) {
            return Reply.json(200, Outcomes.bytes(List.of()));
        }
        throw Refusal.malformed("validate-resource", "Parameters needs a parameter named resource that holds one.");
    }

    private static JsonObject claiming(JsonObject resource, Optional<String> profile) {
        if (profile.isEmpty()) {
            return resource;
        }
        JsonObject meta = resource.object("meta").orElse(JsonObject.EMPTY);
        List<Json> claims = new ArrayList<>(meta.items("profile"));
        Json claim = Json.of(profile.get());
        if (!claims.contains(claim)) {
            claims.add(claim);
        }
        return resource.with("meta", meta.with("profile", new Json.Array(claims)));
    }

    private static Optional<String> stated(Exchange exchange, JsonObject parameters, String name, String element) {
        Optional<String> ofUrl = exchange.request().parameter(name);
        return ofUrl.isPresent() ? ofUrl : named(parameters, name).flatMap(found -> found.text(element));
    }

    private static Optional<JsonObject> named(JsonObject parameters, String name) {
        return parameters.items("parameter").stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .filter(parameter -> parameter.text("name").equals(Optional.of(name)))
                .findFirst();
    }
}
