/** What the clinic's views show, told through records as senders write them. */
@NullMarked
package org.dripline.treatment;

import org.jspecify.annotations.NullMarked;
