/**
 * An invented clinic to look at: patients with whole treatment courses, as transaction Bundles. May use document and
 * the JDK; writes nothing itself. The patients stand in {@code patients.txt}; start with
 * {@link org.dripline.demo.DemoData}.
 */
@NullMarked
package org.dripline.demo;

import org.jspecify.annotations.NullMarked;
