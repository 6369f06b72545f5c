/** Tests of health and metrics. */
@NullMarked
package org.dripline.monitoring;

import org.jspecify.annotations.NullMarked;
