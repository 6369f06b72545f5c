/** Patches of each format, by the examples of their standards and by generated documents. */
@NullMarked
package org.dripline.patch;

import org.jspecify.annotations.NullMarked;
