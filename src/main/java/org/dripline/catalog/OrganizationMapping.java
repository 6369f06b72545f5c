package org.dripline.catalog;

import static org.dripline.schema.Tables.ORGANIZATIONS;

import org.dripline.engine.mapping.ResourceMapping;

/** A clinic, practice or insurer. */
final class OrganizationMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("Organization", ORGANIZATIONS)
            .identifiers()
            .text("name", ORGANIZATIONS.NAME)
            .flag("active", ORGANIZATIONS.ACTIVE, "active")
            .withhold("phonetic", Vocabulary.NO_PHONETICS)
            .build();

    private OrganizationMapping() {}
}
