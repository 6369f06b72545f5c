/**
 * What tells an operator's tools how the server is: health and metrics, below {@code /actuator}. The other packages tell
 * it what happens through interfaces of their own and know nothing of it. Start with {@code ActuatorServlet}.
 */
@NullMarked
package org.dripline.monitoring;

import org.jspecify.annotations.NullMarked;
