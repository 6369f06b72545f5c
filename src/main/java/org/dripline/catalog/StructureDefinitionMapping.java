package org.dripline.catalog;

import static org.dripline.schema.Tables.STRUCTURE_DEFINITIONS;

import org.dripline.engine.mapping.ResourceMapping;

/** A profile or extension. Read-only: it comes from the jar. */
final class StructureDefinitionMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("StructureDefinition", STRUCTURE_DEFINITIONS)
            .readOnly()
            .code("status", STRUCTURE_DEFINITIONS.STATUS, Vocabulary.PUBLICATION_STATUS, "status")
            .text("url", STRUCTURE_DEFINITIONS.URL, "url")
            .text("version", STRUCTURE_DEFINITIONS.BUSINESS_VERSION)
            .text("name", STRUCTURE_DEFINITIONS.NAME)
            .withhold("path", Vocabulary.NO_SNAPSHOTS)
            .withhold("base-path", Vocabulary.NO_SNAPSHOTS)
            .withhold("valueset", Vocabulary.NO_SNAPSHOTS)
            .build();

    private StructureDefinitionMapping() {}
}
