package org.dripline.engine.mapping;

import java.util.Locale;

/** FHIR's {@code search-param-type}, as far as the catalog uses it. */
public enum SearchKind {
    TOKEN,
    DATE,
    REFERENCE,
    STRING,
    NUMBER,
    QUANTITY,
    URI,
    COMPOSITE;

    /** FHIR's code, such as {@code token}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
