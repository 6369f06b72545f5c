package org.dripline.catalog;

import static org.dripline.schema.Tables.CARE_PLANS;

import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.ResourceMapping;

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
            .links("basedOn", "based-on")
            .links("partOf", "part-of")
            .links("addresses", "condition")
            .extension(Vocabulary.COURSE_NUMBER, new Layout.Amount(CARE_PLANS.COURSE_NUMBER))
            .extension(Vocabulary.PLANNED_INFUSIONS, new Layout.Amount(CARE_PLANS.PLANNED_INFUSIONS))
            .extension(Vocabulary.COURSE_PHASE, new Layout.FirstCoding(null, CARE_PLANS.PHASE_CODE))
            .build();

    private CarePlanMapping() {}
}
