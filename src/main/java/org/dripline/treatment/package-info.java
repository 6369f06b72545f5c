/**
 * The clinic's calculations in the clinic's words: what a course of sessions did. Reads the views of schema
 * {@code clinic} alone, and knows neither FHIR's classes nor its JSON; a record is named by type, id and version. Pages
 * and operations show what {@link org.dripline.treatment.CourseSummary} holds. Start reading with
 * {@link org.dripline.treatment.CourseSummaries}.
 */
@NullMarked
package org.dripline.treatment;

import org.jspecify.annotations.NullMarked;
