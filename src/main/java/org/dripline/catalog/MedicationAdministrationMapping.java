package org.dripline.catalog;

import static org.dripline.schema.Tables.MEDICATION_ADMINISTRATIONS;

import org.dripline.engine.mapping.ElementPath;
import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.ResourceMapping;

/** A drug given: the ketamine of one infusion, or one esketamine session. */
final class MedicationAdministrationMapping {
    private static final ElementPath DOSAGE = ElementPath.of("MedicationAdministration", "dosage");

    static final ResourceMapping MAPPING = ResourceMapping.of("MedicationAdministration", MEDICATION_ADMINISTRATIONS)
            .patient("subject", "patient", "subject")
            .identifiers()
            .code(
                    "status",
                    MEDICATION_ADMINISTRATIONS.STATUS,
                    "http://terminology.hl7.org/CodeSystem/medication-admin-status",
                    "status")
            .codings("medicationCodeableConcept", "code")
            .element("medicationCodeableConcept", new Layout.ConceptText(MEDICATION_ADMINISTRATIONS.AGENT_TEXT))
            .links("medicationReference", "medication")
            .link("context", MEDICATION_ADMINISTRATIONS.ENCOUNTER_ID, "Encounter", "context")
            .link("request", MEDICATION_ADMINISTRATIONS.REQUEST_ID, "MedicationRequest", "request")
            .links("partOf")
            .links("performer.actor", "performer")
            .dates(
                    "effective[x]",
                    MEDICATION_ADMINISTRATIONS.EFFECTIVE_FROM,
                    MEDICATION_ADMINISTRATIONS.EFFECTIVE_TO,
                    "effective-time")
            .element(
                    "effective[x]",
                    new Layout.Times(
                            MEDICATION_ADMINISTRATIONS.EFFECTIVE_START, MEDICATION_ADMINISTRATIONS.EFFECTIVE_END))
            .element(
                    "dosage.route",
                    new Layout.FirstCoding(
                            MEDICATION_ADMINISTRATIONS.ROUTE_SYSTEM, MEDICATION_ADMINISTRATIONS.ROUTE_CODE))
            .element(
                    "dosage.dose",
                    new Layout.Quantity(MEDICATION_ADMINISTRATIONS.DOSE_VALUE, MEDICATION_ADMINISTRATIONS.DOSE_UNIT))
            .element(
                    "dosage.rateQuantity",
                    new Layout.Quantity(MEDICATION_ADMINISTRATIONS.RATE_VALUE, MEDICATION_ADMINISTRATIONS.RATE_UNIT))
            .element(
                    DOSAGE.extension(Vocabulary.DOSE_PER_KG),
                    new Layout.Quantity(
                            MEDICATION_ADMINISTRATIONS.DOSE_PER_KG_VALUE, MEDICATION_ADMINISTRATIONS.DOSE_PER_KG_UNIT))
            .element(
                    DOSAGE.extension(Vocabulary.DOSING_WEIGHT),
                    new Layout.Quantity(
                            MEDICATION_ADMINISTRATIONS.DOSING_WEIGHT_VALUE,
                            MEDICATION_ADMINISTRATIONS.DOSING_WEIGHT_UNIT))
            .element(
                    DOSAGE.extension(Vocabulary.DEVICE_COUNT),
                    new Layout.Amount(MEDICATION_ADMINISTRATIONS.DEVICE_COUNT))
            .extension(Vocabulary.LOT_NUMBER, new Layout.Code(MEDICATION_ADMINISTRATIONS.LOT_NUMBER, null))
            .build();

    private MedicationAdministrationMapping() {}
}
