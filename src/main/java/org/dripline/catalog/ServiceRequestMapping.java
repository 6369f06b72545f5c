package org.dripline.catalog;

import static org.dripline.schema.Tables.SERVICE_REQUESTS;

import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.ResourceMapping;

/** A referral, or another order for a service. */
final class ServiceRequestMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("ServiceRequest", SERVICE_REQUESTS)
            .patient("subject", "patient", "subject")
            .identifiers()
            .code("status", SERVICE_REQUESTS.STATUS, Vocabulary.REQUEST_STATUS, "status")
            .code("intent", SERVICE_REQUESTS.INTENT, Vocabulary.REQUEST_INTENT, "intent")
            .code("priority", SERVICE_REQUESTS.PRIORITY, Vocabulary.REQUEST_PRIORITY, "priority")
            .dates("authoredOn", SERVICE_REQUESTS.AUTHORED_FROM, SERVICE_REQUESTS.AUTHORED_TO, "authored")
            .element("authoredOn", new Layout.Times(SERVICE_REQUESTS.AUTHORED_START, null))
            .element("reasonCode", new Layout.ConceptText(SERVICE_REQUESTS.REASON_TEXT))
            .links("reasonReference")
            .build();

    private ServiceRequestMapping() {}
}
