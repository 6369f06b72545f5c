package org.dripline.catalog;

import static org.dripline.schema.Tables.BUNDLES;

import org.dripline.engine.mapping.ResourceMapping;

/** A document with all it needs, kept as it was sent. It is behind the wall of the patient whom its Composition is about. */
final class BundleMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("Bundle", BUNDLES)
            .owner("entry.resource(resourceType=Composition).subject")
            .identifiers()
            .code("type", BUNDLES.BUNDLE_TYPE, "http://hl7.org/fhir/bundle-type", "type")
            .dates("timestamp", BUNDLES.STAMPED_FROM, BUNDLES.STAMPED_TO, "timestamp")
            .withhold("composition", Vocabulary.INSIDE_A_BUNDLE)
            .withhold("message", Vocabulary.INSIDE_A_BUNDLE)
            .build();

    private BundleMapping() {}
}
