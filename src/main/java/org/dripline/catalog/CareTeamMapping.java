package org.dripline.catalog;

import static org.dripline.schema.Tables.CARE_TEAMS;

import org.dripline.engine.mapping.ResourceMapping;

/** Those who treat a patient together. */
final class CareTeamMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("CareTeam", CARE_TEAMS)
            .patient("subject", "patient", "subject")
            .identifiers()
            .code("status", CARE_TEAMS.STATUS, "http://hl7.org/fhir/care-team-status", "status")
            .dates("period", CARE_TEAMS.PERIOD_FROM, CARE_TEAMS.PERIOD_TO, "date")
            .build();

    private CareTeamMapping() {}
}
