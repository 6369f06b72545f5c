/**
 * Documents made of what {@link org.dripline.treatment.CourseSummary} holds and of the records that it tells of: FHIR's
 * JSON, without HTTP and without the store, which hands in the records. Start with
 * {@link org.dripline.operation.SummaryDocument}.
 */
@NullMarked
package org.dripline.operation;

import org.jspecify.annotations.NullMarked;
