package org.dripline.catalog;

import static org.dripline.schema.Tables.LISTS;

import org.dripline.engine.mapping.ResourceMapping;

/** A list of resources, such as the drugs somebody takes. */
final class ListMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("List", LISTS)
            .patient("subject", "patient", "subject")
            .identifiers()
            .code("status", LISTS.STATUS, "http://hl7.org/fhir/list-status", "status")
            .build();

    private ListMapping() {}
}
