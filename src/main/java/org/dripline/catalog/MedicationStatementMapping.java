package org.dripline.catalog;

import static org.dripline.schema.Tables.MEDICATION_STATEMENTS;

import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.ResourceMapping;

/** A drug taken, now or earlier: the antidepressants that were tried. */
final class MedicationStatementMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("MedicationStatement", MEDICATION_STATEMENTS)
            .patient("subject", "patient", "subject")
            .identifiers()
            .code(
                    "status",
                    MEDICATION_STATEMENTS.STATUS,
                    "http://hl7.org/fhir/CodeSystem/medication-statement-status",
                    "status")
            .codings("medicationCodeableConcept", "code")
            .element("medicationCodeableConcept", new Layout.ConceptText(MEDICATION_STATEMENTS.AGENT_TEXT))
            .links("medicationReference", "medication")
            .dates(
                    "effective[x]",
                    MEDICATION_STATEMENTS.EFFECTIVE_FROM,
                    MEDICATION_STATEMENTS.EFFECTIVE_TO,
                    "effective")
            .links("reasonReference")
            .element(
                    "dosage.maxDosePerPeriod.numerator",
                    new Layout.Quantity(MEDICATION_STATEMENTS.MAX_DOSE_VALUE, MEDICATION_STATEMENTS.MAX_DOSE_UNIT))
            .element(
                    "dosage.maxDosePerPeriod.denominator",
                    new Layout.Quantity(
                            MEDICATION_STATEMENTS.MAX_DOSE_PERIOD_VALUE, MEDICATION_STATEMENTS.MAX_DOSE_PERIOD_UNIT))
            .extension(Vocabulary.TRIAL_ADEQUATE, new Layout.Flag(MEDICATION_STATEMENTS.TRIAL_ADEQUATE))
            .extension(Vocabulary.TRIAL_OUTCOME, new Layout.FirstCoding(null, MEDICATION_STATEMENTS.TRIAL_OUTCOME_CODE))
            .build();

    private MedicationStatementMapping() {}
}
