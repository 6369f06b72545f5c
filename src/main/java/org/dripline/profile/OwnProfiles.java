package org.dripline.profile;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.ProfileKnowledgeWorkerR5;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.convertors.factory.VersionConvertorFactory_40_50;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r5.conformance.profile.ProfileUtilities;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.utilities.validation.ValidationMessage;

/** Makes an operator's own definitions fit for the validator, which reads snapshots. */
final class OwnProfiles {
    private final FhirContext fhir;
    private final IValidationSupport r4;
    private final PrePopulatedValidationSupport all;
    private final IWorkerContext context;

    /** @param all where they are already, and where those with a snapshot take their place */
    OwnProfiles(FhirContext fhir, IValidationSupport r4, PrePopulatedValidationSupport all) {
        this.fhir = fhir;
        this.r4 = r4;
        this.all = all;
        // HAPI's own generator, for what a profile is based on, passes over what it cannot place; its turn comes.
        this.context =
                WorkerContextValidationSupportAdapter.newVersionSpecificWorkerContextWrapper(new ValidationSupportChain(
                        ValidationSupportChain.CacheConfiguration.disabled(),
                        r4,
                        all,
                        new SnapshotGeneratingValidationSupport(fhir)));
    }

    /**
     * Looks whether they are none of R4's own and can be fulfilled, and gives each profile its snapshot.
     *
     * @param own by the name of the file
     * @throws ProfileUnusable for the first that cannot be used
     */
    void complete(Map<String, IBaseResource> own) {
        OwnRules rules = new OwnRules(context, r4, all);
        List<StructureDefinition> made = new ArrayList<>();
        own.forEach((name, resource) -> {
            MetadataResource definition = (MetadataResource) resource;
            if (r4.fetchResource(definition.getClass(), definition.getUrl()) != null) {
                throw new ProfileUnusable(name, "has the url " + definition.getUrl() + ", as one of R4 itself");
            }
            if (definition instanceof ValueSet set) {
                rules.require(name, set);
            } else if (definition instanceof StructureDefinition profile) {
                StructureDefinition whole = profile.hasSnapshot() ? profile : withSnapshot(name, profile);
                rules.require(name, whole);
                made.add(whole);
            }
        });
        made.forEach(all::addResource);
    }

    private StructureDefinition withSnapshot(String name, StructureDefinition profile) {
        try {
            var base =
                    context.fetchResource(org.hl7.fhir.r5.model.StructureDefinition.class, profile.getBaseDefinition());
            if (base == null || !base.hasSnapshot()) {
                throw new ProfileUnusable(
                        name, "gives no snapshot: its baseDefinition " + profile.getBaseDefinition() + " is not known");
            }
            var whole =
                    (org.hl7.fhir.r5.model.StructureDefinition) VersionConvertorFactory_40_50.convertResource(profile);
            List<ValidationMessage> faults = new ArrayList<>();
            new ProfileUtilities(context, faults, new ProfileKnowledgeWorkerR5(fhir))
                    .generateSnapshot(base, whole, profile.getUrl(), "", profile.getName());
            faults.stream()
                    .filter(fault -> fault.getLevel().isError())
                    .findFirst()
                    .ifPresent(fault -> {
                        throw new ProfileUnusable(name, "gives no snapshot: " + fault.getMessage());
                    });
            return (StructureDefinition) VersionConvertorFactory_40_50.convertResource(whole);
        } catch (FHIRException | BaseServerResponseException failure) {
            throw new ProfileUnusable(name, "gives no snapshot: " + failure.getMessage());
        } catch (StackOverflowError endless) {
            throw new ProfileUnusable(name, "gives no snapshot: it is based on itself");
        }
    }
}
