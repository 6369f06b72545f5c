package org.dripline.catalog;

import static org.dripline.schema.Tables.IMPLEMENTATION_GUIDES;

import org.dripline.engine.mapping.ResourceMapping;

/** What belongs together to a published contract. Read-only: it comes from the jar. */
final class ImplementationGuideMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("ImplementationGuide", IMPLEMENTATION_GUIDES)
            .readOnly()
            .code("status", IMPLEMENTATION_GUIDES.STATUS, Vocabulary.PUBLICATION_STATUS, "status")
            .text("url", IMPLEMENTATION_GUIDES.URL, "url")
            .text("version", IMPLEMENTATION_GUIDES.BUSINESS_VERSION)
            .text("name", IMPLEMENTATION_GUIDES.NAME)
            .build();

    private ImplementationGuideMapping() {}
}
