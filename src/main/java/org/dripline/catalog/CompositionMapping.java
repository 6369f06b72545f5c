package org.dripline.catalog;

import static org.dripline.schema.Tables.COMPOSITIONS;

import org.dripline.engine.mapping.ResourceMapping;

/** A document in sections, such as a treatment summary. */
final class CompositionMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("Composition", COMPOSITIONS)
            .patient("subject", "patient", "subject")
            .identifiers()
            .code("status", COMPOSITIONS.STATUS, Vocabulary.COMPOSITION_STATUS, "status")
            .dates("date", COMPOSITIONS.DATED_FROM, COMPOSITIONS.DATED_TO, "date")
            .build();

    private CompositionMapping() {}
}
