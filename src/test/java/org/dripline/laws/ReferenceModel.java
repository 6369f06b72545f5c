package org.dripline.laws;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.Resource;

/** Reads documents into HAPI's model, which the oracle knows. Not thread-safe. */
final class ReferenceModel {
    private final IParser parser =
            FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new LenientErrorHandler(false));

    Resource parse(byte[] document) {
        return (Resource) parser.parseResource(new String(document, StandardCharsets.UTF_8));
    }
}
