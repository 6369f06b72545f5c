package org.dripline.engine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchParameter;
import org.dripline.engine.search.Query.Clause;
import org.dripline.engine.search.Query.Sort;
import org.dripline.outcome.Nearest;
import org.dripline.outcome.Refusal;

/** Reads the parameters of one search into a {@link Query}, and refuses whatever it does not understand. */
final class QueryParser {
    static final int DEFAULT_COUNT = 50;
    static final int MAX_COUNT = 1000;
    static final int MAX_PARAMETERS = 50;
    static final int MAX_VALUES = 100;
    static final int MAX_SORTS = 8;

    /** Parameters that shape the answer, not the search; the HTTP face has read them. */
    private static final List<String> FORMAT = List.of("_format", "_pretty");

    private static final List<String> RESULT = List.of("_count", "_sort", "_page");

    private final ValueParser values;

    QueryParser(ValueParser values) {
        this.values = values;
    }

    /** The query without its walk: that needs the caller, see {@link ResourceSearch}. */
    Query parse(ResourceMapping mapping, List<Parameter> parameters) {
        if (parameters.size() > MAX_PARAMETERS) {
            throw Refusal.of(
                    400,
                    org.dripline.outcome.Issue.error(
                            "too-costly",
                            "search-parameters",
                            "A search may have " + MAX_PARAMETERS + " parameters; this one has " + parameters.size()
                                    + ". Split it."));
        }
        List<Clause> clauses = new ArrayList<>();
        for (Parameter parameter : parameters) {
            if (!RESULT.contains(parameter.name()) && !FORMAT.contains(parameter.name())) {
                clauses.add(clause(mapping, parameter));
            }
        }
        return new Query(
                mapping,
                clauses,
                single(parameters, "_sort").map(value -> sorts(mapping, value)).orElse(List.of()),
                single(parameters, "_count").map(QueryParser::count).orElse(DEFAULT_COUNT),
                null);
    }

    /** The value of a parameter that may stand once. */
    static Optional<String> single(List<Parameter> parameters, String name) {
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

    private Clause clause(ResourceMapping mapping, Parameter parameter) {
        int colon = parameter.name().indexOf(':');
        String name = colon < 0 ? parameter.name() : parameter.name().substring(0, colon);
        SearchParameter known = mapping.findParameter(name).orElseThrow(() -> unknown(mapping, name));
        if (colon >= 0) {
            throw Refusal.invalid(
                    "search-modifier",
                    "The modifier " + quoted(parameter.name().substring(colon)) + " is not offered here for " + name
                            + " of " + mapping.type() + ". Leave it out.");
        }
        List<String> texts = SearchText.split(parameter.value(), ',');
        if (texts.size() > MAX_VALUES) {
            throw Refusal.invalid(
                    "search-values",
                    name + " may have " + MAX_VALUES + " values; it has " + texts.size() + ". Split the search.");
        }
        return values.clause(known, texts);
    }

    private static Refusal unknown(ResourceMapping mapping, String name) {
        TreeSet<String> valid = new TreeSet<>(RESULT);
        mapping.parameters().forEach(parameter -> valid.add(parameter.name()));
        String meant = Nearest.of(name, valid)
                .map(nearest -> " Did you mean " + nearest + "?")
                .orElse("");
        return Refusal.of(
                400,
                org.dripline.outcome.Issue.error(
                        "not-supported",
                        "search-parameter",
                        quoted(name) + " is not a search parameter of " + mapping.type() + " here." + meant
                                + " Valid are " + String.join(", ", valid) + "."));
    }

    /** A name of the client's, bounded and free of anything but the characters of parameter names. */
    static String quoted(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_.:\\-]", "?");
        return "'" + plain.substring(0, Math.min(64, plain.length())) + "'";
    }

    private static List<Sort> sorts(ResourceMapping mapping, String text) {
        List<String> keys = List.of(text.split(",", -1));
        if (keys.size() > MAX_SORTS) {
            throw Refusal.invalid(
                    "search-sort", "_sort takes at most " + MAX_SORTS + " keys; it has " + keys.size() + ".");
        }
        return keys.stream().map(key -> sort(mapping, key)).toList();
    }

    private static Sort sort(ResourceMapping mapping, String key) {
        boolean descending = key.startsWith("-");
        String name = descending ? key.substring(1) : key;
        SearchParameter parameter = mapping.findParameter(name).orElseThrow(() -> unknown(mapping, name));
        if (SortColumns.of(parameter, descending).isEmpty()) {
            List<String> sortable = mapping.parameters().stream()
                    .filter(other -> !SortColumns.of(other, false).isEmpty())
                    .map(SearchParameter::name)
                    .filter(Objects::nonNull)
                    .toList();
            throw Refusal.invalid(
                    "search-sort",
                    mapping.type() + " cannot be sorted by " + name + ", which may have several values. Valid are "
                            + String.join(", ", sortable) + ".");
        }
        return new Sort(parameter, descending);
    }

    private static int count(String text) {
        try {
            int count = Integer.parseInt(text);
            if (count >= 0) {
                return Math.min(count, MAX_COUNT);
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, like a negative one.
        }
        throw Refusal.invalid("search-count", "_count takes a whole number from 0 to " + MAX_COUNT + ".");
    }
}
