package org.dripline.catalog;

import static org.dripline.schema.Tables.FLAGS;

import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.ResourceMapping;

/** A warning about a patient to whoever treats. */
final class FlagMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("Flag", FLAGS)
            .patient("subject", "patient", "subject")
            .identifiers()
            .code("status", FLAGS.STATUS, "http://hl7.org/fhir/flag-status")
            .element("code", new Layout.FirstCoding(FLAGS.CODE_SYSTEM, FLAGS.CODE))
            .element("code", new Layout.ConceptText(FLAGS.CODE_TEXT))
            .dates("period", FLAGS.PERIOD_FROM, FLAGS.PERIOD_TO, "date")
            .element("period", new Layout.Times(FLAGS.PERIOD_START, FLAGS.PERIOD_END))
            .build();

    private FlagMapping() {}
}
