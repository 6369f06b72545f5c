package org.dripline.catalog;

import static org.dripline.schema.Tables.PRACTITIONERS;

import org.dripline.engine.mapping.ResourceMapping;

/** Somebody who refers, treats or measures. */
final class PractitionerMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("Practitioner", PRACTITIONERS)
            .identifiers()
            .flag("active", PRACTITIONERS.ACTIVE, "active")
            .code("gender", PRACTITIONERS.GENDER, Vocabulary.ADMINISTRATIVE_GENDER, "gender")
            .withhold("phonetic", Vocabulary.NO_PHONETICS)
            .build();

    private PractitionerMapping() {}
}
