/** Tests of the HTTP face without a server; the stories drive the whole. */
@NullMarked
package org.dripline.fhir;

import org.jspecify.annotations.NullMarked;
