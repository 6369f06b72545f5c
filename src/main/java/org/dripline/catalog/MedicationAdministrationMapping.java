package org.dripline.catalog;

import static org.dripline.schema.Tables.MEDICATION_ADMINISTRATIONS;

import org.dripline.engine.mapping.ElementPath;
import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchKind;

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
            .links("partOf", "infusion")
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
            .element("dosage.dose", new Layout.Quantities(), "dose")
            .element(DOSAGE.extension(Vocabulary.DOSE_PER_KG), new Layout.Quantities(), "dose")
            .ours(
                    "dose",
                    SearchKind.QUANTITY,
                    "The dose given, as an amount and per kilogram of body weight: the unit tells which is meant",
                    "MedicationAdministration.dosage.dose | MedicationAdministration.dosage.extension.where(url='"
                            + Vocabulary.DOSE_PER_KG + "').value")
            .ours(
                    "infusion",
                    SearchKind.REFERENCE,
                    "The infusion that the drug was given in",
                    "MedicationAdministration.partOf.where(resolve() is Procedure)",
                    "Procedure")
            .shortcut(
                    "course",
                    SearchKind.NUMBER,
                    "The number of the treatment course that the infusion belongs to",
                    "MedicationAdministration.partOf.resolve().ofType(Procedure).basedOn.resolve().ofType(CarePlan)"
                            + ".extension.where(url='" + Vocabulary.COURSE_NUMBER + "').value",
                    "infusion:Procedure.based-on:CarePlan.course-number")
            .build();

    private MedicationAdministrationMapping() {}
}
