package org.dripline.catalog;

/** Canonical URLs that more than one mapping speaks. */
final class Vocabulary {
    private static final String EXTENSION = "https://fhir.dripline.example/StructureDefinition/";

    static final String COURSE_NUMBER = EXTENSION + "course-number";
    static final String PLANNED_INFUSIONS = EXTENSION + "planned-infusions";
    static final String COURSE_PHASE = EXTENSION + "course-phase";
    static final String INFUSION_NUMBER = EXTENSION + "infusion-number";
    static final String DOSE_PER_KG = EXTENSION + "dose-per-kg";
    static final String DOSING_WEIGHT = EXTENSION + "dosing-weight";
    static final String DEVICE_COUNT = EXTENSION + "device-count";
    static final String LOT_NUMBER = EXTENSION + "lot-number";
    static final String ASSESSMENT_TIMEPOINT = EXTENSION + "assessment-timepoint-ext";
    static final String MONITORING_PHASE = EXTENSION + "monitoring-phase-ext";
    static final String FAILED_ADEQUATE_TRIALS = EXTENSION + "failed-adequate-trials";
    static final String RESOLVED_AT = EXTENSION + "resolved-at";
    static final String TRIAL_ADEQUATE = EXTENSION + "trial-adequate";
    static final String TRIAL_OUTCOME = EXTENSION + "trial-outcome";

    static final String PUBLICATION_STATUS = "http://hl7.org/fhir/publication-status";
    static final String REQUEST_STATUS = "http://hl7.org/fhir/request-status";
    static final String REQUEST_INTENT = "http://hl7.org/fhir/request-intent";
    static final String REQUEST_PRIORITY = "http://hl7.org/fhir/request-priority";
    static final String EVENT_STATUS = "http://hl7.org/fhir/event-status";
    static final String COMPOSITION_STATUS = "http://hl7.org/fhir/composition-status";
    static final String ADMINISTRATIVE_GENDER = "http://hl7.org/fhir/administrative-gender";

    static final String NO_PHONETICS =
            "How a name sounds depends on its language; a match by sound is no ground to take one patient for another.";
    static final String NO_SNAPSHOTS =
            "Thousands of rows for the elements of each profile, for a question that the profile's page answers.";
    static final String NO_MAP =
            "Distances need a map, and a clinic has few places: search them by address, name or organization.";
    static final String INSIDE_A_BUNDLE =
            "It names no other resource: what it would search stands inside the Bundle, which is kept as one.";

    private Vocabulary() {}
}
