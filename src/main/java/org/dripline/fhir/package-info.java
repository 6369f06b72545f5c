/**
 * The HTTP face: what a request asks for ({@link Interaction}), who answers it and how the answer travels. Status codes,
 * headers, negotiation and OperationOutcomes live here and nowhere else. May use engine, profile, document, outcome,
 * access, HAPI's server and the servlet API; everything but {@code metadata} is answered without HAPI, from raw bytes.
 * Start with {@link FhirServlet}, then {@link Router}.
 */
@NullMarked
package org.dripline.fhir;

import org.jspecify.annotations.NullMarked;
