/** The demo data: loadable, repeatable, and what the clinic's views make of it. */
@NullMarked
package org.dripline.demo;

import org.jspecify.annotations.NullMarked;
