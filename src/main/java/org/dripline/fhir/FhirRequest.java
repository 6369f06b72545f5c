package org.dripline.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dripline.engine.search.Parameter;
import org.dripline.engine.search.PercentText;
import org.dripline.outcome.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A request before its body is read, decoded by our own rules.
 *
 * @param method as sent, such as {@code GET}
 * @param base the server's own base URL as the caller wrote it, without a slash at its end
 * @param path the decoded segments behind the base; one trailing slash is forgiven
 * @param parameters of the URL, decoded, in order
 * @param headers the value of a header by its name
 */
record FhirRequest(
        String method,
        String base,
        List<String> path,
        List<Parameter> parameters,
        Function<String, @Nullable String> headers) {

    private static final int MAX_SEGMENTS = 8;

    /** Splits a raw path such as {@code /Patient/1} and decodes each segment by itself. */
    static List<String> segments(String rawPath) {
        List<String> segments = new ArrayList<>(4);
        int start = rawPath.startsWith("/") ? 1 : 0;
        while (start < rawPath.length()) {
            int slash = rawPath.indexOf('/', start);
            int end = slash < 0 ? rawPath.length() : slash;
            if (end == start || segments.size() == MAX_SEGMENTS) {
                throw Refusal.notFound("Nothing is served at this path.");
            }
            segments.add(PercentText.path(rawPath.substring(start, end)));
            start = end + 1;
        }
        return segments;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.apply(name)).filter(value -> !value.isBlank());
    }

    /** The value of a parameter that may be given once. */
    Optional<String> parameter(String name) {
        String found = null;
        for (Parameter parameter : parameters) {
            if (parameter.name().equals(name)) {
                if (found != null) {
                    throw Refusal.invalid("parameter-repeated", "The parameter " + name + " may be given once.");
                }
                found = parameter.value();
            }
        }
        return Optional.ofNullable(found);
    }
}
