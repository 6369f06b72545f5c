package org.dripline.patch;

import java.util.Arrays;
import java.util.Optional;

/** The forms of a patch that R4 names, each with its media type (R4, http.html#patch). */
public enum PatchFormat {
    /** RFC 6902. */
    JSON_PATCH("application/json-patch+json"),
    /** RFC 5261. */
    XML_PATCH("application/xml-patch+xml"),
    /** FHIRPath Patch (R4, fhirpatch.html), a Parameters resource in JSON. */
    FHIRPATH_JSON("application/fhir+json"),
    /** FHIRPath Patch (R4, fhirpatch.html), a Parameters resource in XML. */
    FHIRPATH_XML("application/fhir+xml");

    private final String mediaType;

    PatchFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /**
     * The format with that media type.
     *
     * @param mediaType in lower case, without parameters
     */
    public static Optional<PatchFormat> find(String mediaType) {
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equals(mediaType))
                .findFirst();
    }
}
