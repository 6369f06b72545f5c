/**
 * Changes to a stored resource, as R4's PATCH knows them (R4, http.html#patch): JSON Patch, XML Patch and FHIRPath
 * Patch, each applied so that what a patch does not name stays to the last digit. Knows neither HTTP nor the store: it
 * makes a post-image, which the caller judges and writes like any other. May use {@code document} and {@code outcome},
 * HAPI's FHIRPath engine and the JDK's XML. Start with {@link org.dripline.patch.Patch}.
 */
@NullMarked
package org.dripline.patch;

import org.jspecify.annotations.NullMarked;
