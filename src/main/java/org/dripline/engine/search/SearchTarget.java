package org.dripline.engine.search;

/** Where a search looks. */
public sealed interface SearchTarget {

    /** One type: {@code GET [base]/Observation}. */
    record OfType(String type) implements SearchTarget {}

    /** All types: {@code GET [base]}. */
    record OfSystem() implements SearchTarget {}

    /** One type within a compartment: {@code GET [base]/Patient/1/Observation}. */
    record OfCompartment(String compartment, String id, String type) implements SearchTarget {}

    /** A whole compartment: {@code GET [base]/Patient/1/*}. */
    record OfWholeCompartment(String compartment, String id) implements SearchTarget {}
}
