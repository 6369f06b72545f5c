package org.dripline.patch;

/** One operation of a FHIRPath Patch (R4, fhirpatch.html). */
sealed interface FhirPathOperation {
    /** What it names must be there once, or for a deletion at most once; of a list, each item. */
    Expression path();

    /** Adds an element of that name to what the path names; where it repeats, at the end. */
    record Add(Expression path, String name, PartValue value) implements FhirPathOperation {}

    /** Adds an item to the list that the path names. */
    record Insert(Expression path, int at, PartValue value) implements FhirPathOperation {}

    /** Takes out what the path names, if it is there. */
    record Delete(Expression path) implements FhirPathOperation {}

    /** Puts a value in the place of what the path names, its id and extensions included. */
    record Replace(Expression path, PartValue value) implements FhirPathOperation {}

    /** Moves an item within the list that the path names. */
    record Move(Expression path, int source, int destination) implements FhirPathOperation {}
}
