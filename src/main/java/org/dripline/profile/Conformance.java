package org.dripline.profile;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.parser.IParser;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.dripline.profile.ProfileArtefacts.Source;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.utilities.http.ManagedWebAccess;
import org.hl7.fhir.utilities.http.ManagedWebAccess.WebAccessPolicy;
import org.jspecify.annotations.Nullable;

/** Everything the reference validator may look up: R4's own definitions and ours, never the network. Thread-safe. */
final class Conformance {
    private final IValidationSupport support;
    private final IWorkerContext context;
    private final Map<String, JsonObject> snapshots;

    private Conformance(IValidationSupport support, Map<String, JsonObject> snapshots) {
        this.support = support;
        this.snapshots = Map.copyOf(snapshots);
        this.context = WorkerContextValidationSupportAdapter.newVersionSpecificWorkerContextWrapper(support);
    }

    static Conformance load(ProfileArtefacts artefacts) {
        // Some of HL7's checks would fetch packages from the web when a definition is inside a body.
        ManagedWebAccess.setAccessPolicy(WebAccessPolicy.PROHIBITED);
        FhirContext fhir = FhirContext.forR4Cached();
        Shipped shipped = new Shipped(fhir);
        IParser parser = fhir.newJsonParser();
        Map<String, IBaseResource> own = new LinkedHashMap<>();
        for (Source source : artefacts.sources()) {
            IBaseResource resource = parser.parseResource(new String(source.json(), StandardCharsets.UTF_8));
            shipped.add(resource);
            if (!source.shipped()) {
                own.put(source.name(), resource);
            }
        }
        IValidationSupport r4 = ReleasedDefinitions.all();
        new OwnProfiles(fhir, r4, shipped).complete(own);
        Map<String, JsonObject> snapshots = snapshots(own.values(), shipped, parser);
        ValidationSupportChain chain = new ValidationSupportChain(
                r4,
                shipped,
                new CommonCodeSystemsTerminologyService(fhir),
                new InMemoryTerminologyServerValidationSupport(fhir));
        // R4 asks that one coding be in a value set; others may say the same in the sender's own words.
        chain.setCodeableConceptValidationSuccessfulIfNotAllCodingsAreValid(true);
        return new Conformance(chain, snapshots);
    }

    IValidationSupport support() {
        return support;
    }

    IWorkerContext context() {
        return context;
    }

    /** The profile of a resource type with that canonical, with or without a version; empty when we do not have it. */
    Optional<StructureDefinition> profile(String canonical) {
        return Optional.ofNullable(context.fetchResource(StructureDefinition.class, canonical))
                .filter(found -> found.getKind() == StructureDefinition.StructureDefinitionKind.RESOURCE);
    }

    /** The same, with the snapshot that was made for a profile that came without one. */
    JsonObject whole(JsonObject definition) {
        JsonObject snapshot = snapshots.get(definition.text("url").orElse(""));
        return snapshot == null ? definition : definition.with("snapshot", snapshot);
    }

    /** Told before the validator reads them: it keeps them in a form of its own, and empties these. */
    private static Map<String, JsonObject> snapshots(
            Collection<IBaseResource> own, IValidationSupport made, IParser parser) {
        Map<String, JsonObject> snapshots = new HashMap<>();
        for (IBaseResource resource : own) {
            if (resource instanceof org.hl7.fhir.r4.model.StructureDefinition profile && !profile.hasSnapshot()) {
                String text = parser.encodeResourceToString(made.fetchStructureDefinition(profile.getUrl()));
                JsonReader.read(text.getBytes(StandardCharsets.UTF_8), Limits.OWN)
                        .object("snapshot")
                        .ifPresent(snapshot -> snapshots.put(profile.getUrl(), snapshot));
            }
        }
        return snapshots;
    }

    /** Whether that is the canonical of a definition that is here, with or without a version. */
    boolean isKnown(String canonical) {
        String url = canonical.replaceFirst("\\|.*", "");
        return url.contains(":")
                && (support.fetchStructureDefinition(url) != null
                        || support.fetchValueSet(url) != null
                        || support.fetchCodeSystem(url) != null
                        || support.fetchResource(Questionnaire.class, url) != null);
    }

    /** Our artefacts. The parent class silently ignores Questionnaires, and answers would go unchecked. */
    private static final class Shipped extends PrePopulatedValidationSupport {
        private final Map<String, Questionnaire> questionnaires = new HashMap<>();

        Shipped(FhirContext fhir) {
            super(fhir);
        }

        void add(IBaseResource resource) {
            if (resource instanceof Questionnaire questionnaire) {
                questionnaires.put(questionnaire.getUrl(), questionnaire);
                questionnaires.put(questionnaire.getUrl() + '|' + questionnaire.getVersion(), questionnaire);
                return;
            }
            addResource(resource);
        }

        @Override
        public <T extends IBaseResource> @Nullable T fetchResource(@Nullable Class<T> type, String url) {
            if (type != null && type.isAssignableFrom(Questionnaire.class) && questionnaires.containsKey(url)) {
                return type.cast(questionnaires.get(url));
            }
            return super.fetchResource(type, url);
        }
    }
}
