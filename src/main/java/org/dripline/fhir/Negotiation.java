package org.dripline.fhir;

import static java.util.Comparator.comparingInt;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dripline.engine.search.Parameter;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * How the answer shall look (R4, http.html 3.1.0.1.11): {@code _format} outranks Accept.
 *
 * @param pretty whether the answer is indented for human eyes
 * @param links the parameters that links must repeat to get the same again, such as {@code _format=xml}, or empty
 */
record Negotiation(Format format, boolean pretty, String links, Shape shape) {
    static final Negotiation DEFAULT = new Negotiation(Format.JSON, false, "", Shape.RESOURCE);

    static final String FORMAT = "_format";
    static final String PRETTY = "_pretty";

    /** Reads the caller's wish; what cannot be served is a 406. */
    static Negotiation of(FhirRequest request) {
        if (BinaryContent.isAsked(request)) {
            return shaped(Shape.CONTENT);
        }
        Shape people = SummaryPages.asked(request);
        if (people != Shape.RESOURCE) {
            return shaped(people);
        }
        if (request.parameters().isEmpty()) {
            return plain(accepted(request.headers().apply("Accept")));
        }
        Optional<String> format = request.parameter(FORMAT);
        Optional<String> pretty = request.parameter(PRETTY);
        Format served = format.isPresent()
                ? named(format.get())
                : accepted(request.headers().apply("Accept"));
        return new Negotiation(served, pretty.isPresent() && flag(pretty.get()), links(format, pretty), Shape.RESOURCE);
    }

    /** The format for telling that a request could not be understood: the best guess, never a refusal. */
    static Negotiation forErrors(@Nullable String accept, List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            if (parameter.name().equals(FORMAT)) {
                return plain(MediaRange.parse(parameter.value().replace(' ', '+'))
                        .format()
                        .orElse(Format.JSON));
            }
        }
        return plain(best(accept).orElse(Format.JSON));
    }

    /** Whether a parameter shapes the answer and so is allowed everywhere. */
    static boolean owns(String parameterName) {
        return parameterName.equals(FORMAT) || parameterName.equals(PRETTY);
    }

    /** A URL with its query and with what this answer's links must repeat. */
    String link(String url, String query) {
        String all = query.isEmpty() || links.isEmpty() ? query + links : query + '&' + links;
        return all.isEmpty() ? url : url + '?' + all;
    }

    private static Negotiation plain(Format format) {
        return format == Format.JSON ? DEFAULT : new Negotiation(format, false, "", Shape.RESOURCE);
    }

    private static Negotiation shaped(Shape shape) {
        return new Negotiation(Format.JSON, false, "", shape);
    }

    private static Format named(String value) {
        // A plus sign in a URL is a space; nobody means a space here.
        return MediaRange.parse(value.strip().replace(' ', '+')).format().orElseThrow(Negotiation::notAcceptable);
    }

    private static Format accepted(@Nullable String accept) {
        return best(accept).orElseThrow(Negotiation::notAcceptable);
    }

    private static Optional<Format> best(@Nullable String accept) {
        if (accept == null || accept.isBlank() || accept.equals("*/*") || accept.equals("application/fhir+json")) {
            return Optional.of(Format.JSON);
        }
        List<MediaRange> ranges =
                Stream.of(accept.split(",", -1)).map(MediaRange::parse).toList();
        Format best = null;
        double weight = 0;
        int position = 0;
        for (Format format : Format.values()) {
            MediaRange range = mostExact(ranges, format);
            int found = ranges.indexOf(range);
            if (range != null && (range.weight() > weight || (range.weight() == weight && found < position))) {
                best = format;
                weight = range.weight();
                position = found;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The range that decides about a format: {@code application/fhir+json;q=0} does, whatever a wildcard says. */
    private static @Nullable MediaRange mostExact(List<MediaRange> ranges, Format format) {
        return ranges.stream()
                .filter(range -> range.formats().contains(format))
                .max(comparingInt(MediaRange::precision).thenComparingDouble(MediaRange::weight))
                .orElse(null);
    }

    private static boolean flag(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Refusal.invalid("parameter-value", "The parameter _pretty is true or false.");
        };
    }

    private static String links(Optional<String> format, Optional<String> pretty) {
        StringBuilder links = new StringBuilder();
        // Only these two spellings are echoed, so nothing of the caller's own enters a link.
        format.map(Negotiation::named)
                .ifPresent(named -> links.append(FORMAT + "=").append(named == Format.XML ? "xml" : "json"));
        if (pretty.isPresent() && flag(pretty.get())) {
            links.append(links.isEmpty() ? "" : "&").append(PRETTY + "=true");
        }
        return links.toString();
    }

    private static Refusal notAcceptable() {
        return Refusal.of(
                406,
                Issue.error(
                        "not-supported",
                        "not-acceptable",
                        "Answers come as application/fhir+json or application/fhir+xml of FHIR 4.0;"
                                + " name one of them in Accept or _format."));
    }
}
