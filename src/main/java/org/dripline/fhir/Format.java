package org.dripline.fhir;

import org.dripline.profile.BodyFormat;

/** The two formats of FHIR that are served, with the media type an answer carries. */
enum Format {
    JSON("application/fhir+json;charset=UTF-8", BodyFormat.JSON),
    XML("application/fhir+xml;charset=UTF-8", BodyFormat.XML);

    private final String contentType;
    private final BodyFormat bodyFormat;

    Format(String contentType, BodyFormat bodyFormat) {
        this.contentType = contentType;
        this.bodyFormat = bodyFormat;
    }

    String contentType() {
        return contentType;
    }

    BodyFormat bodyFormat() {
        return bodyFormat;
    }
}
