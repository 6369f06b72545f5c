/** Tests of how the clinic's pages say things; what the pages show is in {@code stories}. */
@NullMarked
package org.dripline.web.clinic;

import org.jspecify.annotations.NullMarked;
