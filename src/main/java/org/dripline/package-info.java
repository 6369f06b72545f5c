/**
 * Starts the server and puts its parts together; nothing else lives here. Start with {@code Dripline}.
 */
@NullMarked
package org.dripline;

import org.jspecify.annotations.NullMarked;
