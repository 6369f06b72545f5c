package org.dripline.catalog;

import static org.dripline.schema.Tables.CONSENTS;

import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.ResourceMapping;

/** What a patient agreed to, or did not. */
final class ConsentMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("Consent", CONSENTS)
            .patient("patient", "patient")
            .identifiers()
            .code("status", CONSENTS.STATUS, "http://hl7.org/fhir/consent-state-codes", "status")
            .dates("dateTime", CONSENTS.CONSENTED_FROM, CONSENTS.CONSENTED_TO, "date")
            .element("dateTime", new Layout.Times(CONSENTS.CONSENTED_START, null))
            .text("policy.uri", CONSENTS.FORM_URI)
            .text("provision.type", CONSENTS.DECISION_CODE)
            .element("provision.period", new Layout.Times(CONSENTS.APPLIES_START, CONSENTS.APPLIES_END))
            .build();

    private ConsentMapping() {}
}
