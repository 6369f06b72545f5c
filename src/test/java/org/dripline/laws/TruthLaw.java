package org.dripline.laws;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.dripline.outcome.Issue;
import org.dripline.profile.BodyFormat;
import org.dripline.profile.ProfileMode;
import org.dripline.profile.ProfileValidator;
import org.dripline.stories.Answer;
import org.dripline.stories.Caller;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ConditionalDeleteStatus;
import org.hl7.fhir.r4.model.CapabilityStatement.ConditionalReadStatus;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Law 6: everything in the CapabilityStatement works, everything else is refused with a clear outcome (R4,
 * capabilitystatement.html). It asks over HTTP and knows the catalog from the statement only.
 */
class TruthLaw {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final Caller CALLER = new Caller();

    /** Asked for by name, since a Binary otherwise answers with its content. */
    private static final String FHIR_JSON = "application/fhir+json";

    static List<String> types() {
        return Declared.types();
    }

    private static Set<TypeRestfulInteraction> interactions(String type) {
        return Declared.type(type).getInteraction().stream()
                .map(interaction -> interaction.getCode())
                .collect(toSet());
    }

    @Test
    void theStatementIsValidFhir() {
        byte[] body = CALLER.get("/metadata").response().body();
        try (ProfileValidator validator = ProfileValidator.load(ProfileMode.CLAIMED, 1)) {
            List<Issue> issues = validator
                    .check(body, BodyFormat.JSON, JsonReader.read(body, Limits.DEFAULT))
                    .issues();
            assertThat(issues.stream().filter(issue -> issue.severity().refuses()))
                    .isEmpty();
        }
    }

    /** The same words in both formats, and the base URL that the caller used. */
    @Test
    void theStatementIsOneInBothFormats() {
        Answer xml = CALLER.get("/metadata?_format=xml").accepted(200);

        assertThat(xml.xml()).isTrue();
        assertThat(xml.resource()).isEqualTo(CALLER.get("/metadata").resource());
        assertThat(Declared.STATEMENT.getImplementation().getUrl()).isEqualTo(CALLER.base());
        assertThat(types()).doesNotHaveDuplicates().isNotEmpty();
    }

    @Test
    void everyDeclaredFormatIsSpoken() {
        Declared.STATEMENT.getFormat().forEach(format -> {
            String code = format.getValue();
            assertThat(CALLER.get("/Patient?_count=1&_format=" + code)
                            .accepted(200)
                            .xml())
                    .isEqualTo(code.endsWith("xml"));
        });
        CALLER.get("/Patient?_format=ttl").refused(406, "not-acceptable");
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyDeclaredInteractionWorks(String type) {
        assertThat(interactions(type)).isNotEmpty().allSatisfy(interaction -> works(type, interaction));
        assertThat(Declared.type(type).getReadHistory()).isTrue();
        assertThat(Declared.type(type).getConditionalRead()).isEqualTo(ConditionalReadStatus.FULLSUPPORT);
        assertThat(Declared.type(type).getUpdateCreate())
                .isEqualTo(interactions(type).contains(TypeRestfulInteraction.UPDATE));
    }

    private static void works(String type, TypeRestfulInteraction interaction) {
        String id = standing(type);
        String path = "/" + type + "/" + id;
        if (id.isEmpty()) {
            // A read-only type of which the jar ships none: it is served, and empty.
            CALLER.get(path + "none").refused(404, "not-found");
            assertThat(CALLER.get("/" + type).accepted(200).ids()).isEmpty();
            return;
        }
        switch (interaction) {
            case READ ->
                conditionalReadWorks(CALLER.get(path, "Accept", FHIR_JSON).accepted(200), path);
            case VREAD -> CALLER.get(path + "/_history/1", "Accept", FHIR_JSON).accepted(200);
            case HISTORYINSTANCE ->
                assertThat(CALLER.get(path + "/_history").accepted(200).entries())
                        .isNotEmpty();
            case HISTORYTYPE ->
                assertThat(CALLER.get("/" + type + "/_history").accepted(200).entries())
                        .isNotEmpty();
            case SEARCHTYPE ->
                assertThat(CALLER.get("/" + type + "?_id=" + id).ids()).containsExactly(id);
            case CREATE -> CALLER.post("/" + type, Minimal.of(type, "any")).accepted(201);
            case UPDATE -> CALLER.put(path, Minimal.of(type, id)).accepted(200);
            case PATCH -> patchWorks(path);
            case DELETE -> deleteWorks(type);
            default -> throw new AssertionError("Nobody has said how to exercise " + interaction.toCode());
        }
    }

    private static void conditionalReadWorks(Answer read, String path) {
        CALLER.get(path, "If-None-Match", read.header("ETag")).accepted(304);
        CALLER.get(path, "If-Modified-Since", read.header("Last-Modified")).accepted(304);
    }

    private static void patchWorks(String path) {
        assertThat(Declared.STATEMENT.getPatchFormat()).isNotEmpty().allSatisfy(format -> {
            String nothing = switch (format.getValue()) {
                case "application/json-patch+json" -> "[]";
                case "application/xml-patch+xml" -> "<diff/>";
                case "application/fhir+json" -> "{\"resourceType\":\"Parameters\"}";
                case "application/fhir+xml" -> "<Parameters xmlns=\"http://hl7.org/fhir\"/>";
                default -> throw new AssertionError("Nobody has said how to patch with " + format.getValue());
            };
            CALLER.sendAs(format.getValue(), "PATCH", path, nothing.getBytes(StandardCharsets.UTF_8))
                    .accepted(200);
        });
    }

    private static void deleteWorks(String type) {
        CALLER.put("/" + type + "/truth-delete", Minimal.of(type, "truth-delete"));
        CALLER.delete("/" + type + "/truth-delete").accepted(204);
        CALLER.get("/" + type + "/truth-delete").refused(410, "deleted");
    }

    /** The id of a resource of the type that is there: one of ours, or what the jar ships; else the empty string. */
    private static String standing(String type) {
        if (!interactions(type).contains(TypeRestfulInteraction.UPDATE)) {
            return CALLER.get("/" + type + "?_count=1").ids().stream()
                    .findFirst()
                    .orElse("");
        }
        String id = "truth-" + type;
        assertThat(CALLER.put("/" + type + "/" + id, Minimal.of(type, id)).status())
                .isIn(200, 201);
        return id;
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyUndeclaredInteractionIsRefused(String type) {
        String path = "/" + type + "/truth-x";
        String body = "{\"resourceType\":\"" + type + "\",\"id\":\"truth-x\"}";
        for (TypeRestfulInteraction interaction : TypeRestfulInteraction.values()) {
            if (interaction == TypeRestfulInteraction.NULL || interactions(type).contains(interaction)) {
                continue;
            }
            Answer answer = switch (interaction) {
                case READ -> CALLER.get(path);
                case VREAD -> CALLER.get(path + "/_history/1");
                case UPDATE -> CALLER.put(path, body);
                case PATCH -> CALLER.sendAs("application/json-patch+json", "PATCH", path, new byte[] {'[', ']'});
                case DELETE -> CALLER.delete(path);
                case HISTORYINSTANCE -> CALLER.get(path + "/_history");
                case HISTORYTYPE -> CALLER.get("/" + type + "/_history");
                case CREATE -> CALLER.post("/" + type, body);
                case SEARCHTYPE -> CALLER.get("/" + type);
                case NULL -> throw new AssertionError();
            };
            Declared.assertRefused(answer, interaction.toCode());
        }
        CapabilityStatementRestResourceComponent declared = Declared.type(type);
        boolean writes = interactions(type).contains(TypeRestfulInteraction.UPDATE);
        assertThat(declared.getConditionalCreate()).isEqualTo(writes);
        assertThat(declared.getConditionalUpdate()).isEqualTo(writes);
        assertThat(declared.getConditionalDelete())
                .isEqualTo(writes ? ConditionalDeleteStatus.SINGLE : ConditionalDeleteStatus.NOTSUPPORTED);
        if (writes) {
            conditionsWork(type);
        } else {
            conditionsAreRefused(type, body);
        }
    }

    private static void conditionsAreRefused(String type, String body) {
        Declared.assertRefused(CALLER.post("/" + type, body, "If-None-Exist", "_id=x"), "conditional create");
        Declared.assertRefused(CALLER.put("/" + type + "?_id=x", body), "conditional update");
        Declared.assertRefused(CALLER.delete("/" + type + "?_id=x"), "conditional delete");
        Declared.assertRefused(CALLER.send("PATCH", "/" + type + "?_id=x"), "conditional patch");
    }

    private static void conditionsWork(String type) {
        String id = standing(type);
        String criteria = "_id=" + id;
        String body = Minimal.of(type, id);
        CALLER.post("/" + type, body, "If-None-Exist", criteria).accepted(200);
        CALLER.put("/" + type + "?" + criteria, body).accepted(200);
        CALLER.sendAs("application/json-patch+json", "PATCH", "/" + type + "?" + criteria, new byte[] {'[', ']'})
                .accepted(200);
        CALLER.delete("/" + type + "?" + criteria).accepted(204);
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyDeclaredOperationWorks(String type) {
        assertThat(Declared.type(type).getOperation())
                .extracting(operation -> operation.getName())
                .containsExactlyElementsOf(
                        switch (type) {
                            case "Patient" ->
                                List.of(
                                        "validate",
                                        "explain-match",
                                        "everything",
                                        "treatment-summary",
                                        "trajectory",
                                        "summary");
                            case "CarePlan" -> List.of("validate", "explain-match", "treatment-summary", "trajectory");
                            default -> List.of("validate", "explain-match");
                        });
        String body = "{\"resourceType\":\"" + type + "\"}";
        CALLER.post("/" + type + "/$validate", body).accepted(200);
        CALLER.post("/" + type + "/some/$validate", body).accepted(200);
        CALLER.get("/" + type + "/never-was/$explain-match?query=_id%3Da").refused(404, "not-found");
        for (String unknown : List.of("$everything", "$meta", "$diff", "$expand", "$lookup")) {
            if (type.equals("Patient") && unknown.equals("$everything")) {
                continue;
            }
            Declared.assertRefused(CALLER.get("/" + type + "/" + unknown), unknown);
            Declared.assertRefused(CALLER.post("/" + type + "/x/" + unknown, "{}"), unknown);
        }
    }

    /** R4, OperationDefinition Patient-everything: all its parameters, on a patient and on all, by GET and by POST. */
    @Test
    void everythingOfAPatientWorks() {
        assertThat(Declared.type("Patient").getOperation().get(2).getDefinition())
                .isEqualTo("http://hl7.org/fhir/OperationDefinition/Patient-everything");
        String path = "/Patient/" + standing("Patient") + "/$everything";
        String query = "?start=2020&end=2030-01&_since=2020-01-01T00:00:00Z&_type=Patient&_count=5";
        String body = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"_count\",\"valueInteger\":1}]}";
        for (String one : List.of(path, "/Patient/$everything")) {
            assertThat(CALLER.get(one + query).accepted(200).ids()).contains("truth-Patient");
            assertThat(CALLER.post(one, body).accepted(200).entries()).hasSize(1);
            assertThat(CALLER.send("HEAD", one).accepted(200).text()).isEmpty();
            assertThat(CALLER.delete(one).refused(405, "method-not-allowed").header("Allow"))
                    .isEqualTo("GET, HEAD, OPTIONS, POST");
        }
        CALLER.get("/Patient/never-was/$everything").refused(404, "not-found");
    }

    @Test
    void onlyTheDeclaredSystemInteractionsWork() {
        assertThat(Declared.rest().getInteraction())
                .extracting(interaction -> interaction.getCode())
                .containsExactly(
                        SystemRestfulInteraction.TRANSACTION,
                        SystemRestfulInteraction.BATCH,
                        SystemRestfulInteraction.HISTORYSYSTEM,
                        SystemRestfulInteraction.SEARCHSYSTEM);
        String bundle = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\"}";

        CALLER.post("", bundle).accepted(200);
        CALLER.post("", bundle.replace("transaction", "batch")).accepted(200);
        assertThat(CALLER.get("/_history").accepted(200).entries()).isNotEmpty();
        CALLER.get("?_id=x").accepted(200);
        CALLER.post("/_search", "").accepted(200);
        Declared.assertRefused(CALLER.get("/$meta"), "an operation");
    }

    @Test
    void everyUndeclaredTypeIsRefused() {
        assertThat(types()).hasSizeLessThan(FHIR.getResourceTypes().size());
        FHIR.getResourceTypes().stream().filter(type -> !types().contains(type)).forEach(type -> {
            CALLER.get("/" + type).refused(404, "type-unknown");
            CALLER.post("/" + type, "{\"resourceType\":\"" + type + "\"}").refused(404, "type-unknown");
        });
    }
}
