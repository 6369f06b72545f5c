package org.dripline.catalog;

import static org.dripline.schema.Tables.CODE_SYSTEMS;

import org.dripline.engine.mapping.ResourceMapping;

/** Codes and what they mean. Read-only: it comes from the jar. */
final class CodeSystemMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("CodeSystem", CODE_SYSTEMS)
            .readOnly()
            .code("status", CODE_SYSTEMS.STATUS, Vocabulary.PUBLICATION_STATUS, "status")
            .text("url", CODE_SYSTEMS.URL, "url")
            .text("version", CODE_SYSTEMS.BUSINESS_VERSION)
            .text("name", CODE_SYSTEMS.NAME)
            .build();

    private CodeSystemMapping() {}
}
