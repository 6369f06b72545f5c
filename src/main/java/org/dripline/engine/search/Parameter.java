package org.dripline.engine.search;

import java.util.List;
import java.util.Optional;
import org.dripline.outcome.Refusal;

/**
 * One parameter of a request as the client wrote it, percent-decoded.
 *
 * @param name with its modifier, such as {@code code:not}
 * @param value with its commas and escapes
 */
public record Parameter(String name, String value) {

    /** The value of a parameter that may stand once. */
    public static Optional<String> single(List<Parameter> parameters, String name) {
        List<String> found = parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .toList();
        if (found.size() > 1) {
            throw Refusal.invalid(
                    "search-repeated", name + " may stand once in a search; it stands " + found.size() + " times.");
        }
        return found.stream().findFirst();
    }
}
