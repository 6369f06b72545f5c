package org.dripline.outcome;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing to tell the caller, the data behind one {@code OperationOutcome.issue} of R4.
 *
 * @param severity how grave it is
 * @param code FHIR's {@code issue-type} code, such as {@code structure}, {@code value}, {@code invariant}
 * @param rule our stable id of the broken rule, such as {@code ki-phq9-total} or {@code json-duplicate-key}
 * @param text what is wrong, what was expected and how to mend it; never holds patient data
 * @param expression FHIRPath of the culprit, such as {@code Observation.component[1].valueQuantity}
 * @param place line and column in the body, when known
 */
public record Issue(
        Severity severity,
        String code,
        String rule,
        String text,
        @Nullable String expression,
        @Nullable Place place) {

    /** A position in the body, both counted from 1. */
    public record Place(int line, int column) {}

    public static Issue error(String code, String rule, String text) {
        return new Issue(Severity.ERROR, code, rule, text, null, null);
    }

    public static Issue warning(String code, String rule, String text) {
        return new Issue(Severity.WARNING, code, rule, text, null, null);
    }

    public static Issue information(String code, String rule, String text) {
        return new Issue(Severity.INFORMATION, code, rule, text, null, null);
    }

    /** The same issue, pointing at an element. */
    public Issue at(@Nullable String fhirPath) {
        return new Issue(severity, code, rule, text, fhirPath, place);
    }

    /**
     * The same issue of a resource that stands within a larger body: its path begins there, and its line and column,
     * counted in the resource alone, mean nothing any more.
     *
     * @param where FHIRPath of the resource, such as {@code Bundle.entry[3].resource}
     */
    public Issue within(String where) {
        int dot = expression == null ? -1 : expression.indexOf('.');
        String rest = expression == null || dot < 0 ? "" : expression.substring(dot);
        return new Issue(severity, code, rule, text, where + rest, null);
    }

    /** The same issue, pointing into the body. */
    public Issue at(@Nullable Place where) {
        return new Issue(severity, code, rule, text, expression, where);
    }

    /** The same issue with another severity. */
    public Issue as(Severity other) {
        return new Issue(other, code, rule, text, expression, place);
    }

    public Optional<Place> findPlace() {
        return Optional.ofNullable(place);
    }
}
