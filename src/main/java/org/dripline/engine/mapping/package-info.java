/**
 * How a resource type is told as a value: elements, the layouts that put them into typed columns, and the search
 * parameters those columns answer. Knows no resource type. Start with {@link ResourceMapping}.
 */
@NullMarked
package org.dripline.engine.mapping;

import org.jspecify.annotations.NullMarked;
