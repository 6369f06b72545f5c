package org.dripline.fhir;

/** What an answer shows of what was asked for. */
enum Shape {
    /** A resource, in the format that was negotiated. */
    RESOURCE,
    /** The content of a Binary. */
    CONTENT,
    /** A page for people. */
    PAGE,
    /** The same page as PDF. */
    PDF
}
