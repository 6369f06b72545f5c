package org.dripline.catalog;

import static org.dripline.schema.Tables.COMMUNICATIONS;

import org.dripline.engine.mapping.ResourceMapping;

/** A message that was sent. */
final class CommunicationMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("Communication", COMMUNICATIONS)
            .patient("subject", "patient", "subject")
            .identifiers()
            .code("status", COMMUNICATIONS.STATUS, Vocabulary.EVENT_STATUS, "status")
            .dates("sent", COMMUNICATIONS.SENT_FROM, COMMUNICATIONS.SENT_TO, "sent")
            .build();

    private CommunicationMapping() {}
}
