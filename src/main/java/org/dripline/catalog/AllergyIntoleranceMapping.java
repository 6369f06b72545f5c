package org.dripline.catalog;

import static org.dripline.schema.Tables.ALLERGY_INTOLERANCES;

import org.dripline.engine.mapping.Layout;
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
            .element("code", new Layout.ConceptText(ALLERGY_INTOLERANCES.AGENT_TEXT))
            .element("clinicalStatus", new Layout.FirstCoding(null, ALLERGY_INTOLERANCES.CLINICAL_STATUS_CODE))
            .element("verificationStatus", new Layout.FirstCoding(null, ALLERGY_INTOLERANCES.VERIFICATION_STATUS_CODE))
            .build();

    private AllergyIntoleranceMapping() {}
}
