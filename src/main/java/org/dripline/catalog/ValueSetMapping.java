package org.dripline.catalog;

import static org.dripline.schema.Tables.VALUE_SETS;

import org.dripline.engine.mapping.ResourceMapping;

/** A set of codes. Read-only: it comes from the jar. */
final class ValueSetMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("ValueSet", VALUE_SETS)
            .readOnly()
            .code("status", VALUE_SETS.STATUS, Vocabulary.PUBLICATION_STATUS, "status")
            .text("url", VALUE_SETS.URL, "url")
            .text("version", VALUE_SETS.BUSINESS_VERSION)
            .text("name", VALUE_SETS.NAME)
            .build();

    private ValueSetMapping() {}
}
