package org.dripline.engine.search;

import java.util.ArrayList;
import java.util.List;
import org.dripline.outcome.Refusal;

/** Splits a query string or a form body into parameters, keeping order and repetitions. */
public final class QueryText {
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

    private static Parameter parameter(String pair) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
            return new Parameter(PercentText.query(pair), "");
        }
        return new Parameter(
                PercentText.query(pair.substring(0, equals)), PercentText.query(pair.substring(equals + 1)));
    }
}
