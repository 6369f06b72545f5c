package org.dripline.fhir;

/** Hears of each request, on its own thread, after its answer was sent. Must be quick, thread-safe and never throw. */
@FunctionalInterface
public interface RequestWatch {
    /**
     * A request was answered.
     *
     * @param interaction such as {@code read}; {@code -} for one that was refused before it was any. One of a few dozen
     * @param type a served resource type; {@code -} for none
     * @param status of HTTP
     * @param nanos from the first byte of the request to the last of the answer
     */
    void answered(String interaction, String type, int status, long nanos);
}
