package org.dripline.catalog;

import static org.dripline.schema.Tables.PROCEDURES;

import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchKind;

/** An infusion. */
final class ProcedureMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("Procedure", PROCEDURES)
            .patient("subject", "patient", "subject")
            .identifiers()
            .code("status", PROCEDURES.STATUS, "http://hl7.org/fhir/event-status", "status")
            .element("statusReason", new Layout.ConceptText(PROCEDURES.STATUS_REASON))
            .codings("code", "code")
            .link("encounter", PROCEDURES.ENCOUNTER_ID, "Encounter", "encounter")
            .dates("performed[DateTime|Period]", PROCEDURES.PERFORMED_FROM, PROCEDURES.PERFORMED_TO, "date")
            .element(
                    "performed[DateTime|Period]",
                    new Layout.Times(PROCEDURES.PERFORMED_START, PROCEDURES.PERFORMED_END))
            .links("basedOn", "based-on")
            .links("partOf", "part-of")
            .extension(Vocabulary.INFUSION_NUMBER, new Layout.Amount(PROCEDURES.INFUSION_NUMBER), "infusion-number")
            .ours(
                    "infusion-number",
                    SearchKind.NUMBER,
                    "The number of the infusion within its treatment course",
                    "Procedure.extension.where(url='" + Vocabulary.INFUSION_NUMBER + "').value")
            .shortcut(
                    "course",
                    SearchKind.NUMBER,
                    "The number of the treatment course that the infusion belongs to",
                    "Procedure.basedOn.resolve().ofType(CarePlan).extension.where(url='" + Vocabulary.COURSE_NUMBER
                            + "').value",
                    "based-on:CarePlan.course-number")
            .build();

    private ProcedureMapping() {}
}
