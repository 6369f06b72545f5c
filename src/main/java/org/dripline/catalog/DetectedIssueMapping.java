package org.dripline.catalog;

import static org.dripline.schema.Tables.DETECTED_ISSUES;

import org.dripline.engine.mapping.ResourceMapping;

/** A problem that was found in what is ordered or given, such as two drugs that do not go together. */
final class DetectedIssueMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("DetectedIssue", DETECTED_ISSUES)
            .patient("patient", "patient")
            .identifiers()
            .dates("identified[x]", DETECTED_ISSUES.IDENTIFIED_FROM, DETECTED_ISSUES.IDENTIFIED_TO, "identified")
            .build();

    private DetectedIssueMapping() {}
}
