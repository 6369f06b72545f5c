package org.dripline.catalog;

import static org.dripline.schema.Tables.PROCEDURES;

import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.ResourceMapping;

/** An infusion. */
final class ProcedureMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("Procedure", PROCEDURES)
            .patient("subject", "patient", "subject")
            .identifiers()
            .code("status", PROCEDURES.STATUS, "http://hl7.org/fhir/event-status", "status")
            .element("statusReason", new Layout.ConceptText(PROCEDURES.STATUS_REASON))
            .codings("code", "code")
            .codings("category", "category")
            .link("encounter", PROCEDURES.ENCOUNTER_ID, "Encounter", "encounter")
            .dates("performed[DateTime|Period]", PROCEDURES.PERFORMED_FROM, PROCEDURES.PERFORMED_TO, "date")
            .element(
                    "performed[DateTime|Period]",
                    new Layout.Times(PROCEDURES.PERFORMED_START, PROCEDURES.PERFORMED_END))
            .links("basedOn", "based-on")
            .links("partOf", "part-of")
            .links("performer.actor", "performer")
            .extension(Vocabulary.INFUSION_NUMBER, new Layout.Amount(PROCEDURES.INFUSION_NUMBER))
            .build();

    private ProcedureMapping() {}
}
