package org.dripline.engine.search;

/**
 * One parameter of a request as the client wrote it, percent-decoded.
 *
 * @param name with its modifier, such as {@code code:not}
 * @param value with its commas and escapes
 */
public record Parameter(String name, String value) {}
