package org.dripline.catalog;

import static org.dripline.schema.Tables.MEDICATION_REQUESTS;

import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.ResourceMapping;

/** An order for a drug, such as one for the infusions of a course. */
final class MedicationRequestMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("MedicationRequest", MEDICATION_REQUESTS)
            .patient("subject", "patient", "subject")
            .identifiers()
            .code(
                    "status",
                    MEDICATION_REQUESTS.STATUS,
                    "http://hl7.org/fhir/CodeSystem/medicationrequest-status",
                    "status")
            .code(
                    "intent",
                    MEDICATION_REQUESTS.INTENT,
                    "http://hl7.org/fhir/CodeSystem/medicationrequest-intent",
                    "intent")
            .code("priority", MEDICATION_REQUESTS.PRIORITY, Vocabulary.REQUEST_PRIORITY, "priority")
            .codings("medicationCodeableConcept", "code")
            .links("medicationReference", "medication")
            .dates("authoredOn", MEDICATION_REQUESTS.AUTHORED_FROM, MEDICATION_REQUESTS.AUTHORED_TO, "authoredon")
            .element("dosageInstruction.timing.repeat.count", new Layout.Amount(MEDICATION_REQUESTS.INFUSIONS_ORDERED))
            .build();

    private MedicationRequestMapping() {}
}
