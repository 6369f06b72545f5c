package org.dripline.catalog;

import static org.dripline.schema.Tables.PROVENANCES;

import org.dripline.engine.mapping.ResourceMapping;

/** Who made or changed a record. It is behind the wall of the patient whom it names as a target. */
final class ProvenanceMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("Provenance", PROVENANCES)
            .owner("target")
            .links("target", "patient", "target")
            .dates("recorded", PROVENANCES.RECORDED_FROM, PROVENANCES.RECORDED_TO, "recorded")
            .build();

    private ProvenanceMapping() {}
}
