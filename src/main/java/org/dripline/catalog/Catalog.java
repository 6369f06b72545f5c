package org.dripline.catalog;

import java.util.List;
import org.dripline.engine.mapping.ResourceCatalog;

/** The resource types that Dripline serves. */
public final class Catalog {
    private Catalog() {}

    public static ResourceCatalog resources() {
        return new ResourceCatalog(List.of(
                AdverseEventMapping.MAPPING,
                AllergyIntoleranceMapping.MAPPING,
                BinaryMapping.MAPPING,
                BundleMapping.MAPPING,
                CapabilityStatementMapping.MAPPING,
                CarePlanMapping.MAPPING,
                CareTeamMapping.MAPPING,
                CodeSystemMapping.MAPPING,
                CommunicationMapping.MAPPING,
                CompositionMapping.MAPPING,
                ConceptMapMapping.MAPPING,
                ConditionMapping.MAPPING,
                ConsentMapping.MAPPING,
                DetectedIssueMapping.MAPPING,
                DeviceMapping.MAPPING,
                DocumentReferenceMapping.MAPPING,
                EncounterMapping.MAPPING,
                EpisodeOfCareMapping.MAPPING,
                FlagMapping.MAPPING,
                GoalMapping.MAPPING,
                GroupMapping.MAPPING,
                ImplementationGuideMapping.MAPPING,
                ListMapping.MAPPING,
                LocationMapping.MAPPING,
                MedicationMapping.MAPPING,
                MedicationAdministrationMapping.MAPPING,
                MedicationRequestMapping.MAPPING,
                MedicationStatementMapping.MAPPING,
                NamingSystemMapping.MAPPING,
                ObservationMapping.MAPPING,
                OperationDefinitionMapping.MAPPING,
                OrganizationMapping.MAPPING,
                PatientMapping.MAPPING,
                PractitionerMapping.MAPPING,
                PractitionerRoleMapping.MAPPING,
                ProcedureMapping.MAPPING,
                ProvenanceMapping.MAPPING,
                QuestionnaireMapping.MAPPING,
                QuestionnaireResponseMapping.MAPPING,
                RelatedPersonMapping.MAPPING,
                SearchParameterMapping.MAPPING,
                ServiceRequestMapping.MAPPING,
                StructureDefinitionMapping.MAPPING,
                TaskMapping.MAPPING,
                ValueSetMapping.MAPPING));
    }
}
