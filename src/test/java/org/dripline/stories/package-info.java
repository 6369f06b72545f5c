/** Workflows over HTTP, read from top to bottom, against one server that all of them share. */
@NullMarked
package org.dripline.stories;

import org.jspecify.annotations.NullMarked;
