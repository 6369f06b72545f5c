package org.dripline.catalog;

import static org.dripline.schema.Tables.NAMING_SYSTEMS;

import org.dripline.engine.mapping.ResourceMapping;

/** What identifies a system of codes or identifiers. Read-only: it comes from the jar. */
final class NamingSystemMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("NamingSystem", NAMING_SYSTEMS)
            .readOnly()
            .code("status", NAMING_SYSTEMS.STATUS, Vocabulary.PUBLICATION_STATUS, "status")
            .text("name", NAMING_SYSTEMS.NAME)
            .build();

    private NamingSystemMapping() {}
}
