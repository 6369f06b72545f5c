package org.dripline.catalog;

import static org.dripline.schema.Tables.PATIENTS;

import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.ResourceMapping;

/** The person treated. A patient is behind its own wall. */
final class PatientMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("Patient", PATIENTS)
            .text("id", PATIENTS.PATIENT_ID)
            .identifiers()
            .flag("active", PATIENTS.ACTIVE, "active")
            .code("gender", PATIENTS.GENDER, Vocabulary.ADMINISTRATIVE_GENDER, "gender")
            .dates("birthDate", PATIENTS.BIRTH_FROM, PATIENTS.BIRTH_TO, "birthdate")
            .withhold("phonetic", Vocabulary.NO_PHONETICS)
            .element("deceased[x]", new Layout.Truth(PATIENTS.DECEASED), "deceased")
            .element("name.family", new Layout.Code(PATIENTS.FAMILY_NAME, null))
            .element("name.given", new Layout.Code(PATIENTS.GIVEN_NAME, null))
            .build();

    private PatientMapping() {}
}
