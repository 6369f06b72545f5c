package org.dripline.engine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchKind;
import org.dripline.engine.mapping.SearchParameter;
import org.dripline.engine.search.Query.Sort;
import org.dripline.engine.search.Query.Total;
import org.dripline.outcome.Refusal;

/** Reads the parameters that shape a result (R4, 3.1.1.5): order, page, total and includes. */
final class ResultParameters {
    static final int DEFAULT_COUNT = 50;
    static final int MAX_COUNT = 1000;
    static final int MAX_SORTS = 8;
    static final int MAX_INCLUDES = 20;

    static final String COUNT = "_count";
    static final String SUMMARY = "_summary";
    static final String PAGE = "_page";
    static final String TYPE = "_type";

    /** All that a search takes; {@code _summary} and {@code _elements} cut the resources, which is not done here. */
    static final Set<String> NAMES = Set.of(
            "_sort",
            COUNT,
            "_total",
            "_include",
            "_revinclude",
            "_include:iterate",
            "_revinclude:iterate",
            SUMMARY,
            "_elements",
            "_contained",
            PAGE);

    private final ResourceCatalog catalog;

    ResultParameters(ResourceCatalog catalog) {
        this.catalog = catalog;
    }

    static boolean owns(String name) {
        return NAMES.contains(name);
    }

    static List<Sort> sorts(ResourceMapping mapping, List<Parameter> parameters) {
        // R4's table says that _sort "can repeat for inner sort orders".
        List<String> keys = parameters.stream()
                .filter(parameter -> parameter.name().equals("_sort"))
                .flatMap(parameter -> Stream.of(parameter.value().split(",", -1)))
                .toList();
        if (keys.size() > MAX_SORTS) {
            throw Refusal.invalid(
                    "search-sort", "_sort takes at most " + MAX_SORTS + " keys; it has " + keys.size() + ".");
        }
        return keys.stream().map(key -> sort(mapping, key)).toList();
    }

    private static Sort sort(ResourceMapping mapping, String key) {
        boolean descending = key.startsWith("-");
        String name = descending ? key.substring(1) : key;
        SearchParameter parameter = mapping.findParameter(name)
                .filter(SortColumns::sorts)
                .orElseThrow(() -> {
                    Set<String> valid = mapping.parameters().stream()
                            .filter(SortColumns::sorts)
                            .map(SearchParameter::name)
                            .collect(Collectors.toCollection(TreeSet::new));
                    return Refusals.refusal(
                            "search-sort",
                            mapping.type() + " cannot be sorted by " + Refusals.quoted(name) + "."
                                    + Refusals.meant(name, valid) + " Valid are " + String.join(", ", valid) + ".");
                });
        return new Sort(parameter, descending);
    }

    static int count(List<Parameter> parameters) {
        boolean countOnly =
                Parameter.single(parameters, SUMMARY).filter("count"::equals).isPresent();
        int count =
                Parameter.single(parameters, COUNT).map(ResultParameters::count).orElse(DEFAULT_COUNT);
        return countOnly ? 0 : count;
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

    static Total total(List<Parameter> parameters) {
        Optional<String> text = Parameter.single(parameters, "_total");
        if (text.isEmpty()) {
            return Total.KNOWN;
        }
        return switch (text.get()) {
            case "none" -> Total.NONE;
            case "estimate" -> Total.ESTIMATE;
            case "accurate" -> Total.ACCURATE;
            default -> throw Refusal.invalid("search-total", "_total takes none, estimate or accurate.");
        };
    }

    static void contained(List<Parameter> parameters) {
        if (Parameter.single(parameters, "_contained")
                .filter(value -> !value.equals("false"))
                .isPresent()) {
            throw Refusal.invalid(
                    "search-contained",
                    "Contained resources are not found by themselves here; _contained takes false only.");
        }
    }

    List<Include> includes(List<Parameter> parameters) {
        List<Parameter> asked = parameters.stream()
                .filter(parameter -> parameter.name().contains("include"))
                .toList();
        if (asked.size() > MAX_INCLUDES) {
            throw Refusal.invalid(
                    "search-include", "A search may have " + MAX_INCLUDES + " includes; it has " + asked.size() + ".");
        }
        List<Include> includes = new ArrayList<>();
        asked.forEach(parameter -> includes.addAll(new IncludeParser(catalog, parameter).includes()));
        return includes.stream().distinct().toList();
    }

    /** The references of a type. */
    static List<SearchParameter> references(ResourceMapping mapping) {
        return mapping.parameters().stream()
                .filter(parameter -> parameter.kind() == SearchKind.REFERENCE
                        && !parameter.elements().isEmpty())
                .toList();
    }
}
