package org.dripline.catalog;

import static org.dripline.schema.Tables.BINARIES;

import org.dripline.engine.mapping.ResourceMapping;

/** A file of any kind. It is behind the wall of the patient whom its securityContext names. */
final class BinaryMapping {
    static final ResourceMapping MAPPING =
            ResourceMapping.of("Binary", BINARIES).owner("securityContext").build();

    private BinaryMapping() {}
}
