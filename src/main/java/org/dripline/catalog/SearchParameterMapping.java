package org.dripline.catalog;

import static org.dripline.schema.Tables.SEARCH_PARAMETERS;

import org.dripline.engine.mapping.ResourceMapping;

/** A search parameter. Read-only: it comes from the jar. */
final class SearchParameterMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("SearchParameter", SEARCH_PARAMETERS)
            .readOnly()
            .code("status", SEARCH_PARAMETERS.STATUS, Vocabulary.PUBLICATION_STATUS, "status")
            .text("url", SEARCH_PARAMETERS.URL, "url")
            .text("version", SEARCH_PARAMETERS.BUSINESS_VERSION)
            .text("name", SEARCH_PARAMETERS.NAME)
            .build();

    private SearchParameterMapping() {}
}
