package org.dripline.engine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dripline.outcome.Refusal;

/** Splits a query string or a form body into parameters, keeping order and repetitions. */
public final class QueryText {
    private static final Set<String> ABOUT_ANSWERS = Set.of("_format", "_pretty");

    private QueryText() {}

    /** The parameters of a raw query; more than {@code max} are refused. */
    public static List<Parameter> parse(String raw, int max) {
        if (raw.isEmpty()) {
            return List.of();
        }
        List<Parameter> parameters = new ArrayList<>();
        int start = 0;
        while (start <= raw.length()) {
            int next = raw.indexOf('&', start);
            int end = next < 0 ? raw.length() : next;
            if (end > start) {
                if (parameters.size() == max) {
                    throw Refusal.invalid("parameter-count", "A request may have at most " + max + " parameters.");
                }
                parameters.add(parameter(raw.substring(start, end)));
            }
            start = end + 1;
        }
        return parameters;
    }

    /**
     * The criteria of a conditional create. R4 writes the parameters alone; some clients put a question mark before
     * them. HAPI's write the whole search, with the URL of the type and the {@code _format} of all their requests, which
     * says nothing of what is looked for.
     *
     * @param type of what is created
     */
    public static List<Parameter> ofCreate(String type, String written, int max) {
        String raw = written.strip();
        int question = raw.indexOf('?');
        int equals = raw.indexOf('=');
        if (question < 0 || (equals >= 0 && equals < question)) {
            return parse(raw, max);
        }
        String path = raw.substring(0, question);
        String named = path.substring(path.lastIndexOf('/') + 1);
        if (!named.isEmpty() && !named.equals(type)) {
            throw Refusal.malformed(
                    "criteria-type",
                    "The criteria are of another type than the " + type
                            + " that they belong to. Write them without a type, such as identifier=system|value.");
        }
        return parse(raw.substring(question + 1), max).stream()
                .filter(parameter -> !ABOUT_ANSWERS.contains(parameter.name()))
                .toList();
    }

    private static Parameter parameter(String pair) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
            return new Parameter(PercentText.query(pair), "");
        }
        return new Parameter(
                PercentText.query(pair.substring(0, equals)), PercentText.query(pair.substring(equals + 1)));
    }
}
