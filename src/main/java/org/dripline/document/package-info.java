/**
 * FHIR documents as a tree that is exact to the last digit: JSON in and out, XML in and out, limits, reference
 * rewriting. HAPI's model drops or rewrites some of what a document says, so nothing is stored through it. May use
 * HAPI's runtime definitions (what elements there are), never its parsers. Start with {@link Json}.
 */
@NullMarked
package org.dripline.document;

import org.jspecify.annotations.NullMarked;
