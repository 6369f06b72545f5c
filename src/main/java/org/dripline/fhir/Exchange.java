package org.dripline.fhir;

import java.io.InputStream;
import org.dripline.access.Access;

/**
 * A request on its way to an endpoint.
 *
 * @param body as sent, perhaps compressed; read it through {@link RequestBody} only
 */
record Exchange(FhirRequest request, Negotiation negotiation, Access access, InputStream body) {
    String base() {
        return request.base();
    }
}
