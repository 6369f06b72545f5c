package org.dripline.catalog;

import static org.dripline.schema.Tables.PATIENTS;

import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.ResourceMapping;

/** The person treated. A patient is behind its own wall. */
final class PatientMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("Patient", PATIENTS)
            .text("id", PATIENTS.PATIENT_ID)
            .identifiers()
            .element("name", new Layout.HumanNames())
            .flag("active", PATIENTS.ACTIVE, "active")
            .code("gender", PATIENTS.GENDER, Vocabulary.ADMINISTRATIVE_GENDER, "gender")
            .dates("birthDate", PATIENTS.BIRTH_FROM, PATIENTS.BIRTH_TO, "birthdate")
            .links("generalPractitioner", "general-practitioner")
            .links("managingOrganization", "organization")
            .build();

    private PatientMapping() {}
}
