package org.dripline.outcome;

import java.util.Locale;

/** FHIR's {@code issue-severity}, gravest first (R4, OperationOutcome.issue.severity). */
public enum Severity {
    FATAL,
    ERROR,
    WARNING,
    INFORMATION;

    /** FHIR's code, such as {@code error}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a resource with such an issue is refused. */
    public boolean refuses() {
        return this == FATAL || this == ERROR;
    }
}
