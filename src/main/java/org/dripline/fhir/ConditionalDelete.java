package org.dripline.fhir;

/** How many resources a deletion by criteria may name (R4, CapabilityStatement.rest.resource.conditionalDelete). */
public enum ConditionalDelete {
    /** One; more are refused with 412. */
    SINGLE,
    /** Any number up to 1,000. */
    MULTIPLE
}
