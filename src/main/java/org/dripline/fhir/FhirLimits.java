package org.dripline.fhir;

import org.dripline.document.Limits;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one request may ask for.
 *
 * @param body bytes of a request body after decompression; 8 MB unless set, since 0.1
 * @param parameters parameters of one request, URL and form together; 1,000 unless set, since 0.1
 * @param bundleEntries entries of one transaction; 1,000 unless set, since 0.1
 */
public record FhirLimits(
        @DefaultValue("8MB") DataSize body,
        @DefaultValue("1000") int parameters,
        @DefaultValue("1000") int bundleEntries) {

    public static final FhirLimits DEFAULT = new FhirLimits(DataSize.ofMegabytes(8), 1000, 1000);

    /** The largest body in bytes. */
    int bodyBytes() {
        return Math.toIntExact(body.toBytes());
    }

    /** The limits of the document's readers, with our length. */
    Limits document() {
        Limits other = Limits.DEFAULT;
        return new Limits(
                bodyBytes(), other.maxDepth(), other.maxNumberLength(), other.maxExponent(), other.maxTextLength());
    }
}
