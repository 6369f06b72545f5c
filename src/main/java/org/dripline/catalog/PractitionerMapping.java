package org.dripline.catalog;

import static org.dripline.schema.Tables.PRACTITIONERS;

import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.ResourceMapping;

/** Somebody who refers, treats or measures. */
final class PractitionerMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("Practitioner", PRACTITIONERS)
            .identifiers()
            .element("name", new Layout.HumanNames())
            .flag("active", PRACTITIONERS.ACTIVE, "active")
            .code("gender", PRACTITIONERS.GENDER, Vocabulary.ADMINISTRATIVE_GENDER, "gender")
            .build();

    private PractitionerMapping() {}
}
