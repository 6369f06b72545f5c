package org.dripline.catalog;

import static org.dripline.schema.Tables.LOCATIONS;

import org.dripline.engine.mapping.ResourceMapping;

/** A place where care is given. */
final class LocationMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("Location", LOCATIONS)
            .identifiers()
            .code("status", LOCATIONS.STATUS, "http://hl7.org/fhir/location-status", "status")
            .text("name", LOCATIONS.NAME)
            .withhold("near", Vocabulary.NO_MAP)
            .build();

    private LocationMapping() {}
}
