package org.dripline.laws.oracle;

/** R4's kinds of search parameters (search.html, 3.1.1.4.3), as far as they are served. */
public enum Kind {
    TOKEN,
    REFERENCE,
    DATE,
    STRING,
    NUMBER,
    QUANTITY,
    URI,
    COMPOSITE
}
