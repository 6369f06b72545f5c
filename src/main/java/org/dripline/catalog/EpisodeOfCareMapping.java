package org.dripline.catalog;

import static org.dripline.schema.Tables.EPISODES_OF_CARE;

import org.dripline.engine.mapping.ResourceMapping;

/** The time in which an organization is responsible for a patient. */
final class EpisodeOfCareMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("EpisodeOfCare", EPISODES_OF_CARE)
            .patient("patient", "patient")
            .identifiers()
            .code("status", EPISODES_OF_CARE.STATUS, "http://hl7.org/fhir/episode-of-care-status", "status")
            .dates("period", EPISODES_OF_CARE.PERIOD_FROM, EPISODES_OF_CARE.PERIOD_TO, "date")
            .build();

    private EpisodeOfCareMapping() {}
}
