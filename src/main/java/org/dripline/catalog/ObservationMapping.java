package org.dripline.catalog;

import static org.dripline.schema.Tables.OBSERVATIONS;

import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.ResourceMapping;

/** A vital sign, a rating, a score or a decision. */
final class ObservationMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("Observation", OBSERVATIONS)
            .patient("subject", "patient", "subject")
            .identifiers()
            .code("status", OBSERVATIONS.STATUS, "http://hl7.org/fhir/observation-status", "status")
            .codings("code", "code")
            .codings("category", "category")
            .link("encounter", OBSERVATIONS.ENCOUNTER_ID, "Encounter", "encounter")
            .dates("effective[x]", OBSERVATIONS.EFFECTIVE_FROM, OBSERVATIONS.EFFECTIVE_TO, "date")
            .element("effective[x]", new Layout.Times(OBSERVATIONS.EFFECTIVE_START, OBSERVATIONS.EFFECTIVE_END))
            .links("basedOn", "based-on")
            .links("partOf", "part-of")
            .links("derivedFrom", "derived-from")
            .codings("valueCodeableConcept", "value-concept")
            .element("value[Quantity|Integer]", new Layout.Quantity(OBSERVATIONS.VALUE_NUMBER, OBSERVATIONS.VALUE_UNIT))
            .flag("valueBoolean", OBSERVATIONS.VALUE_BOOLEAN)
            .element("component", new Layout.Components())
            .extension(Vocabulary.MONITORING_PHASE, new Layout.FirstCoding(null, OBSERVATIONS.PHASE_CODE))
            .extension(Vocabulary.ASSESSMENT_TIMEPOINT, new Layout.FirstCoding(null, OBSERVATIONS.TIMEPOINT_CODE))
            .build();

    private ObservationMapping() {}
}
