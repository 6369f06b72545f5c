/**
 * One file for each FHIR resource type that is served; {@link Catalog} lists them. A mapping is data: it may use the
 * mapping vocabulary of the engine and the generated tables, nothing else. To add a type write one file here, one
 * migration and one example, and add a line to the list.
 */
@NullMarked
package org.dripline.catalog;

import org.jspecify.annotations.NullMarked;
