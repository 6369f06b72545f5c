/** Laws and limits of the document tree: what is read is written again, and what is not FHIR is refused. */
@NullMarked
package org.dripline.document;

import org.jspecify.annotations.NullMarked;
