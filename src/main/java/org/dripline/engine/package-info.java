/**
 * A FHIR store that knows no resource type: mapping, storing, searching, telling what was. It derives everything about a type from a
 * {@link org.dripline.engine.mapping.ResourceMapping}. May use access, document, outcome, jOOQ and HAPI's model
 * definitions; knows no Spring and no HTTP. Start with {@link org.dripline.engine.store.ResourceStore}.
 */
@NullMarked
package org.dripline.engine;

import org.jspecify.annotations.NullMarked;
