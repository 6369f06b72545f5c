package org.dripline.catalog;

import static org.dripline.schema.Tables.GOALS;

import org.dripline.engine.mapping.ResourceMapping;

/** What a treatment is to reach. */
final class GoalMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("Goal", GOALS)
            .patient("subject", "patient", "subject")
            .identifiers()
            .code("lifecycleStatus", GOALS.LIFECYCLE_STATUS, "http://hl7.org/fhir/goal-status", "lifecycle-status")
            .build();

    private GoalMapping() {}
}
