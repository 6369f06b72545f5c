package org.dripline.catalog;

import static org.dripline.schema.Tables.DEVICES;

import org.dripline.engine.mapping.ResourceMapping;

/** An apparatus, such as a pump; it may belong to a patient. */
final class DeviceMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("Device", DEVICES)
            .patient("patient", "patient")
            .identifiers()
            .code("status", DEVICES.STATUS, "http://hl7.org/fhir/device-status", "status")
            .build();

    private DeviceMapping() {}
}
