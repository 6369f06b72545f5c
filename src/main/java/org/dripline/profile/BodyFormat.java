package org.dripline.profile;

/** The format a body was sent in. */
public enum BodyFormat {
    JSON,
    XML
}
