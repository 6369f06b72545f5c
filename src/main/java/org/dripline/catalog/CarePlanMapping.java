package org.dripline.catalog;

import static org.dripline.schema.Tables.CARE_PLANS;

import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchKind;

/** A treatment course: a series of infusions. */
final class CarePlanMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("CarePlan", CARE_PLANS)
            .patient("subject", "patient", "subject")
            .identifiers()
            .code("status", CARE_PLANS.STATUS, "http://hl7.org/fhir/request-status", "status")
            .code("intent", CARE_PLANS.INTENT, "http://hl7.org/fhir/request-intent", "intent")
            .codings("category", "category")
            .link("encounter", CARE_PLANS.ENCOUNTER_ID, "Encounter", "encounter")
            .dates("period", CARE_PLANS.PERIOD_FROM, CARE_PLANS.PERIOD_TO, "date")
            .element("period", new Layout.Times(CARE_PLANS.PERIOD_START, CARE_PLANS.PERIOD_END))
            .extension(Vocabulary.COURSE_NUMBER, new Layout.Amount(CARE_PLANS.COURSE_NUMBER), "course-number")
            .extension(Vocabulary.PLANNED_INFUSIONS, new Layout.Amount(CARE_PLANS.PLANNED_INFUSIONS))
            .extension(Vocabulary.COURSE_PHASE, new Layout.FirstCoding(null, CARE_PLANS.PHASE_CODE))
            .ours(
                    "course-number",
                    SearchKind.NUMBER,
                    "The number of the treatment course, counted for each patient",
                    "CarePlan.extension.where(url='" + Vocabulary.COURSE_NUMBER + "').value")
            .build();

    private CarePlanMapping() {}
}
