package org.dripline.catalog;

import static org.dripline.schema.Tables.TASKS;

import org.dripline.engine.mapping.ResourceMapping;

/** Something that somebody is to do. */
final class TaskMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("Task", TASKS)
            .patient("for", "patient", "subject")
            .identifiers()
            .code("status", TASKS.STATUS, "http://hl7.org/fhir/task-status", "status")
            .code("priority", TASKS.PRIORITY, Vocabulary.REQUEST_PRIORITY, "priority")
            .dates("authoredOn", TASKS.AUTHORED_FROM, TASKS.AUTHORED_TO, "authored-on")
            .build();

    private TaskMapping() {}
}
