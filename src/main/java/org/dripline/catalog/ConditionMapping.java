package org.dripline.catalog;

import static org.dripline.schema.Tables.CONDITIONS;

import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.ResourceMapping;

/** A diagnosis. */
final class ConditionMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("Condition", CONDITIONS)
            .patient("subject", "patient", "subject")
            .identifiers()
            .codings("code", "code")
            .element("code", new Layout.ConceptText(CONDITIONS.CODE_TEXT))
            .link("encounter", CONDITIONS.ENCOUNTER_ID, "Encounter", "encounter")
            .dates("onset[DateTime|Period]", CONDITIONS.ONSET_FROM, CONDITIONS.ONSET_TO, "onset-date")
            .dates("recordedDate", CONDITIONS.RECORDED_FROM, CONDITIONS.RECORDED_TO, "recorded-date")
            .extension(Vocabulary.FAILED_ADEQUATE_TRIALS, new Layout.Amount(CONDITIONS.FAILED_ADEQUATE_TRIALS))
            .build();

    private ConditionMapping() {}
}
