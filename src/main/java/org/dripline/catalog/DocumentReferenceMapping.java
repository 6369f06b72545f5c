package org.dripline.catalog;

import static org.dripline.schema.Tables.DOCUMENT_REFERENCES;

import org.dripline.engine.mapping.ResourceMapping;

/** Where a document about a patient is to be found. */
final class DocumentReferenceMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("DocumentReference", DOCUMENT_REFERENCES)
            .patient("subject", "patient", "subject")
            .code("status", DOCUMENT_REFERENCES.STATUS, "http://hl7.org/fhir/document-reference-status", "status")
            .dates("date", DOCUMENT_REFERENCES.DATED_FROM, DOCUMENT_REFERENCES.DATED_TO, "date")
            .build();

    private DocumentReferenceMapping() {}
}
