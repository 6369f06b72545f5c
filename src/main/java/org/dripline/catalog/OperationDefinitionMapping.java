package org.dripline.catalog;

import static org.dripline.schema.Tables.OPERATION_DEFINITIONS;

import org.dripline.engine.mapping.ResourceMapping;

/** An operation beyond reading and writing. Read-only: it comes from the jar. */
final class OperationDefinitionMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("OperationDefinition", OPERATION_DEFINITIONS)
            .readOnly()
            .code("status", OPERATION_DEFINITIONS.STATUS, Vocabulary.PUBLICATION_STATUS, "status")
            .text("url", OPERATION_DEFINITIONS.URL, "url")
            .text("version", OPERATION_DEFINITIONS.BUSINESS_VERSION)
            .text("name", OPERATION_DEFINITIONS.NAME)
            .build();

    private OperationDefinitionMapping() {}
}
