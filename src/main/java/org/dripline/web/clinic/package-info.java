/**
 * The clinic's pages for people: overview, patients, and one page a course. They show what {@code treatment} computed and
 * compute nothing themselves; start at {@link org.dripline.web.clinic.ClinicPages}.
 */
@NullMarked
package org.dripline.web.clinic;

import org.jspecify.annotations.NullMarked;
