package org.dripline.catalog;

import static org.dripline.schema.Tables.RELATED_PERSONS;

import org.dripline.engine.mapping.ResourceMapping;

/** Somebody close to a patient, such as the one who sees them home. */
final class RelatedPersonMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("RelatedPerson", RELATED_PERSONS)
            .patient("patient", "patient")
            .identifiers()
            .flag("active", RELATED_PERSONS.ACTIVE, "active")
            .code("gender", RELATED_PERSONS.GENDER, Vocabulary.ADMINISTRATIVE_GENDER, "gender")
            .withhold("phonetic", Vocabulary.NO_PHONETICS)
            .build();

    private RelatedPersonMapping() {}
}
