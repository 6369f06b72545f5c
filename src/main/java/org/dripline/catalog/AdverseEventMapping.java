package org.dripline.catalog;

import static org.dripline.schema.Tables.ADVERSE_EVENTS;

import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.ResourceMapping;

/** An adverse effect during or after an infusion. */
final class AdverseEventMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("AdverseEvent", ADVERSE_EVENTS)
            .patient("subject", "subject")
            .element("identifier", new Layout.Identifiers())
            .code("actuality", ADVERSE_EVENTS.ACTUALITY, "http://hl7.org/fhir/adverse-event-actuality", "actuality")
            .codings("event", "event")
            .element("event", new Layout.ConceptText(ADVERSE_EVENTS.EVENT_TEXT))
            .dates("date", ADVERSE_EVENTS.OCCURRED_FROM, ADVERSE_EVENTS.OCCURRED_TO, "date")
            .element("date", new Layout.Times(ADVERSE_EVENTS.OCCURRED_START, ADVERSE_EVENTS.OCCURRED_END))
            .link("encounter", ADVERSE_EVENTS.ENCOUNTER_ID, "Encounter")
            .element("severity", new Layout.FirstCoding(null, ADVERSE_EVENTS.SEVERITY_CODE))
            .element("seriousness", new Layout.FirstCoding(null, ADVERSE_EVENTS.SERIOUSNESS_CODE))
            .element("outcome", new Layout.FirstCoding(null, ADVERSE_EVENTS.OUTCOME_CODE))
            .links("suspectEntity.instance", "substance")
            .extension(Vocabulary.RESOLVED_AT, new Layout.Times(ADVERSE_EVENTS.RESOLVED_AT, null))
            .build();

    private AdverseEventMapping() {}
}
