package org.dripline.engine.store;

/** Where new resource ids come from. Tests hand in one that repeats itself. */
@FunctionalInterface
public interface IdSource {
    /** A new id of FHIR's alphabet, at most 64 characters. */
    String next();
}
