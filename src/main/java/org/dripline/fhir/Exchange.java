package org.dripline.fhir;

import java.io.InputStream;
import org.dripline.access.Access;

/**
 * A request on its way to an endpoint.
 *
 * @param body as sent, perhaps compressed; read it through {@link RequestBody} only
 * @param log of the request, for defects that do not end it
 */
record Exchange(FhirRequest request, Negotiation negotiation, Access access, InputStream body, RequestLog log) {
    String base() {
        return request.base();
    }
}
