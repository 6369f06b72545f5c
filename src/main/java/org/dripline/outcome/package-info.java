/**
 * What a caller is told: issues and refusals as plain data, before anybody knows whether they travel as JSON, XML or a
 * log line. Every other package may depend on this one; it depends on the JDK only. Start with {@link Refusal}.
 */
@NullMarked
package org.dripline.outcome;

import org.jspecify.annotations.NullMarked;
