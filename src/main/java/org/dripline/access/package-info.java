/**
 * What a caller may see, as plain data, threaded through every call from the first day. Depends on the JDK only; start
 * with {@link Access}.
 */
@NullMarked
package org.dripline.access;

import org.jspecify.annotations.NullMarked;
