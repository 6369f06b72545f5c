package org.dripline.catalog;

import static org.dripline.schema.Tables.GROUPS;

import org.dripline.engine.mapping.ResourceMapping;

/** People or things taken together, such as those of a study. */
final class GroupMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("Group", GROUPS)
            .identifiers()
            .flag("actual", GROUPS.ACTUAL, "actual")
            .code("type", GROUPS.GROUP_TYPE, "http://hl7.org/fhir/group-type", "type")
            .build();

    private GroupMapping() {}
}
