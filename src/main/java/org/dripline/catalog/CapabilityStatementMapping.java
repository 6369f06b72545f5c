package org.dripline.catalog;

import static org.dripline.schema.Tables.CAPABILITY_STATEMENTS;

import org.dripline.engine.mapping.ResourceMapping;

/** What a server can do. Read-only: it comes from the jar. */
final class CapabilityStatementMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("CapabilityStatement", CAPABILITY_STATEMENTS)
            .readOnly()
            .code("status", CAPABILITY_STATEMENTS.STATUS, Vocabulary.PUBLICATION_STATUS, "status")
            .text("url", CAPABILITY_STATEMENTS.URL, "url")
            .text("version", CAPABILITY_STATEMENTS.BUSINESS_VERSION)
            .text("name", CAPABILITY_STATEMENTS.NAME)
            .build();

    private CapabilityStatementMapping() {}
}
