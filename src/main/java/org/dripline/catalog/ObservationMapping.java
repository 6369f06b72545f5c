package org.dripline.catalog;

import static org.dripline.schema.Tables.OBSERVATIONS;

import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchKind;

/** A vital sign, a rating, a score or a decision. */
final class ObservationMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("Observation", OBSERVATIONS)
            .patient("subject", "patient", "subject")
            .identifiers()
            .code("status", OBSERVATIONS.STATUS, "http://hl7.org/fhir/observation-status", "status")
            .coded(
                    "code",
                    new Layout.Coded(
                            OBSERVATIONS.CODE_SYSTEM,
                            OBSERVATIONS.CODE,
                            OBSERVATIONS.CODE_KEY,
                            OBSERVATIONS.CODE_CASE_SENSITIVE,
                            OBSERVATIONS.CODE_TEXT_KEY,
                            OBSERVATIONS.CODE_HAS_ROWS),
                    "code",
                    "combo-code")
            .coded(
                    "category",
                    new Layout.Coded(
                            OBSERVATIONS.CATEGORY_SYSTEM,
                            OBSERVATIONS.CATEGORY,
                            OBSERVATIONS.CATEGORY_KEY,
                            OBSERVATIONS.CATEGORY_CASE_SENSITIVE,
                            OBSERVATIONS.CATEGORY_TEXT_KEY,
                            OBSERVATIONS.CATEGORY_HAS_ROWS),
                    "category")
            .link("encounter", OBSERVATIONS.ENCOUNTER_ID, "Encounter", "encounter")
            .dates("effective[x]", OBSERVATIONS.EFFECTIVE_FROM, OBSERVATIONS.EFFECTIVE_TO, "date")
            .element("effective[x]", new Layout.Times(OBSERVATIONS.EFFECTIVE_START, OBSERVATIONS.EFFECTIVE_END))
            .links("partOf", "part-of")
            .element("value[Quantity|Integer]", new Layout.Quantity(OBSERVATIONS.VALUE_NUMBER, OBSERVATIONS.VALUE_UNIT))
            .flag("valueBoolean", OBSERVATIONS.VALUE_BOOLEAN)
            .element("component", new Layout.Components())
            .element("component.code", new Layout.ComponentCode(), "component-code", "combo-code")
            .element(
                    "component.value[Quantity]",
                    new Layout.ComponentQuantity(),
                    "component-value-quantity",
                    "combo-value-quantity")
            .element("value[Quantity]", new Layout.Quantities(), "value-quantity", "combo-value-quantity")
            .extension(Vocabulary.MONITORING_PHASE, new Layout.FirstCoding(null, OBSERVATIONS.PHASE_CODE))
            .extension(Vocabulary.ASSESSMENT_TIMEPOINT, new Layout.FirstCoding(null, OBSERVATIONS.TIMEPOINT_CODE))
            .extension(Vocabulary.ASSESSMENT_TIMEPOINT, new Layout.Codings(), "timepoint")
            .ours(
                    "timepoint",
                    SearchKind.TOKEN,
                    "When within its treatment course the assessment was made",
                    "Observation.extension.where(url='" + Vocabulary.ASSESSMENT_TIMEPOINT + "').value")
            .build();

    private ObservationMapping() {}
}
