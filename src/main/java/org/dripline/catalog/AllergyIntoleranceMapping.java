package org.dripline.catalog;

import static org.dripline.schema.Tables.ALLERGY_INTOLERANCES;

import org.dripline.engine.mapping.ResourceMapping;

/** What a patient does not tolerate. */
final class AllergyIntoleranceMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("AllergyIntolerance", ALLERGY_INTOLERANCES)
            .patient("patient", "patient")
            .identifiers()
            .code(
                    "criticality",
                    ALLERGY_INTOLERANCES.CRITICALITY,
                    "http://hl7.org/fhir/allergy-intolerance-criticality",
                    "criticality")
            .code("type", ALLERGY_INTOLERANCES.ALLERGY_TYPE, "http://hl7.org/fhir/allergy-intolerance-type", "type")
            .build();

    private AllergyIntoleranceMapping() {}
}
