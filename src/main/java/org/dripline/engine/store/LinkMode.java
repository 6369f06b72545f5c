package org.dripline.engine.store;

/** What becomes of references to resources of this server that are not there. */
public enum LinkMode {
    /** They are refused, and so is the deletion of what is referred to. */
    ENFORCED,
    /** They are kept as they are, for feeds and imports whose order is not known. */
    UNCHECKED
}
