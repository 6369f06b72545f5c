package org.dripline.catalog;

import static org.dripline.schema.Tables.ENCOUNTERS;

import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.ResourceMapping;

/** A visit. */
final class EncounterMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("Encounter", ENCOUNTERS)
            .patient("subject", "patient", "subject")
            .identifiers()
            .code("status", ENCOUNTERS.STATUS, "http://hl7.org/fhir/encounter-status", "status")
            .element("class", new Layout.FirstCoding(ENCOUNTERS.CLASS_SYSTEM, ENCOUNTERS.CLASS_CODE))
            .dates("period", ENCOUNTERS.PERIOD_FROM, ENCOUNTERS.PERIOD_TO, "date")
            .element("period", new Layout.Times(ENCOUNTERS.PERIOD_START, ENCOUNTERS.PERIOD_END))
            .element("hospitalization.dischargeDisposition", new Layout.FirstCoding(null, ENCOUNTERS.DISCHARGE_CODE))
            .links("participant.individual", "participant", "practitioner")
            .build();

    private EncounterMapping() {}
}
