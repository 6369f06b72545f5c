/** What several writers do to each other. */
@NullMarked
package org.dripline.engine.bundle;

import org.jspecify.annotations.NullMarked;
