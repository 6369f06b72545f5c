package org.dripline.catalog;

import java.util.List;
import org.dripline.engine.mapping.ResourceCatalog;

/** The resource types that Dripline serves. */
public final class Catalog {
    private Catalog() {}

    public static ResourceCatalog resources() {
        return new ResourceCatalog(List.of(
                AdverseEventMapping.MAPPING,
                CarePlanMapping.MAPPING,
                CodeSystemMapping.MAPPING,
                ConditionMapping.MAPPING,
                EncounterMapping.MAPPING,
                MedicationAdministrationMapping.MAPPING,
                ObservationMapping.MAPPING,
                OrganizationMapping.MAPPING,
                PatientMapping.MAPPING,
                PractitionerMapping.MAPPING,
                ProcedureMapping.MAPPING,
                QuestionnaireMapping.MAPPING,
                QuestionnaireResponseMapping.MAPPING,
                SearchParameterMapping.MAPPING,
                StructureDefinitionMapping.MAPPING,
                ValueSetMapping.MAPPING));
    }
}
