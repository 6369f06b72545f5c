/**
 * The only place that writes: versions, typed rows and changes of one or many resources in one database transaction,
 * durable before anybody hears of it. Start with {@link ResourceStore}.
 */
@NullMarked
package org.dripline.engine.store;

import org.jspecify.annotations.NullMarked;
