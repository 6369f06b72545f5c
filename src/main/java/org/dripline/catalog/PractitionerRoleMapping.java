package org.dripline.catalog;

import static org.dripline.schema.Tables.PRACTITIONER_ROLES;

import org.dripline.engine.mapping.ResourceMapping;

/** What somebody does for an organization. */
final class PractitionerRoleMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("PractitionerRole", PRACTITIONER_ROLES)
            .identifiers()
            .flag("active", PRACTITIONER_ROLES.ACTIVE, "active")
            .build();

    private PractitionerRoleMapping() {}
}
