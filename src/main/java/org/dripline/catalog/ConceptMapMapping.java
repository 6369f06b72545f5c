package org.dripline.catalog;

import static org.dripline.schema.Tables.CONCEPT_MAPS;

import org.dripline.engine.mapping.ResourceMapping;

/** Codes of one system in the words of another. Read-only: it comes from the jar. */
final class ConceptMapMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("ConceptMap", CONCEPT_MAPS)
            .readOnly()
            .code("status", CONCEPT_MAPS.STATUS, Vocabulary.PUBLICATION_STATUS, "status")
            .text("url", CONCEPT_MAPS.URL, "url")
            .text("version", CONCEPT_MAPS.BUSINESS_VERSION)
            .text("name", CONCEPT_MAPS.NAME)
            .build();

    private ConceptMapMapping() {}
}
