package org.dripline.catalog;

import static org.dripline.schema.Tables.MEDICATIONS;

import org.dripline.engine.mapping.ResourceMapping;

/** A drug as it is on the shelf: its form, strength and lot. */
final class MedicationMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("Medication", MEDICATIONS)
            .identifiers()
            .code("status", MEDICATIONS.STATUS, "http://hl7.org/fhir/CodeSystem/medication-status", "status")
            .build();

    private MedicationMapping() {}
}
