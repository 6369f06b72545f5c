package org.dripline.profile;

import static java.util.Objects.requireNonNull;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.model.ElementDefinition.ElementDefinitionConstraintComponent;

/**
 * R4's own definitions without what no check reads. HAPI keeps each once a process as it stands in the release, and once
 * more in the form of R5, in which it judges: whole, both take most of the memory that the server is given. What HAPI
 * hands to others in this process is lean too.
 */
final class ReleasedDefinitions {
    private static final IValidationSupport ALL = load();

    private ReleasedDefinitions() {}

    /** Structures, value sets and code systems. A StructureDefinition of it has no snapshot but in the form of R5. */
    static IValidationSupport all() {
        return ALL;
    }

    private static IValidationSupport load() {
        IValidationSupport released = new DefaultProfileValidationSupport(FhirContext.forR4Cached());
        // Until it is asked for one of a kind it has none of them.
        List<StructureDefinition> structures = requireNonNull(released.fetchAllStructureDefinitions());
        released.fetchCodeSystem("");
        released.fetchValueSet("");
        requireNonNull(released.fetchAllConformanceResources()).forEach(ReleasedDefinitions::dropProse);
        convert(structures, WorkerContextValidationSupportAdapter.newVersionSpecificWorkerContextWrapper(released));
        return released;
    }

    private static void dropProse(IBaseResource definition) {
        if (definition instanceof DomainResource resource) {
            resource.setText(null);
        }
        if (definition instanceof StructureDefinition structure) {
            structure.setDifferential(null);
            structure.setMapping(null);
            structure.getSnapshot().getElement().forEach(ReleasedDefinitions::dropProse);
        } else if (definition instanceof CodeSystem codes) {
            codes.getConcept().forEach(ReleasedDefinitions::dropProse);
        }
    }

    private static void dropProse(ElementDefinition element) {
        element.setDefinition(null);
        element.setComment(null);
        element.setRequirements(null);
        element.setMeaningWhenMissing(null);
        element.setAlias(null);
        element.setExample(null);
        element.setMapping(null);
        element.getConstraint().forEach(constraint -> constraint.setXpath(null));
    }

    private static void dropProse(ConceptDefinitionComponent concept) {
        concept.setDefinition(null);
        concept.setDesignation(null);
        concept.getConcept().forEach(ReleasedDefinitions::dropProse);
    }

    /** HAPI remembers the R5 form of each at the R4 form, which it asks for nothing else. */
    private static void convert(List<StructureDefinition> structures, IWorkerContext context) {
        Map<String, ElementDefinitionConstraintComponent> constraints = new HashMap<>();
        for (StructureDefinition structure : structures) {
            var converted = context.fetchResource(org.hl7.fhir.r5.model.StructureDefinition.class, structure.getUrl());
            converted
                    .getSnapshot()
                    .getElement()
                    .forEach(element -> element.getConstraint()
                            .replaceAll(
                                    constraint -> constraints.computeIfAbsent(text(constraint), text -> constraint)));
            structure.setSnapshot(null);
        }
    }

    /** Most elements have the same few, ele-1 alone stands at 14,000. */
    private static String text(ElementDefinitionConstraintComponent constraint) {
        return String.join(
                "\n",
                constraint.getKey(),
                constraint.getSource(),
                String.valueOf(constraint.getSeverity()),
                constraint.getExpression(),
                constraint.getHuman());
    }
}
