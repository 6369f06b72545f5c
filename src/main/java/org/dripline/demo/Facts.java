package org.dripline.demo;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One block of the patients' file: its fields by name, in the order in which they stand. */
final class Facts {
    private final Map<String, List<String>> values;

    private Facts(Map<String, List<String>> values) {
        this.values = values;
    }

    /** @param known names that a field may have */
    static Facts of(String block, Set<String> known) {
        Map<String, List<String>> values = block.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" ", 2))
                .collect(Collectors.groupingBy(
                        field -> field[0],
                        LinkedHashMap::new,
                        Collectors.mapping(field -> field[1].strip(), Collectors.toList())));
        Set<String> unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("unknown fields of a demo patient: " + unknown);
        }
        return new Facts(values);
    }

    /** All lines of that field, none if there is none. */
    List<String> lines(String name) {
        return values.getOrDefault(name, List.of());
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name, String otherwise) {
        List<String> lines = lines(name);
        return lines.isEmpty() ? otherwise : lines.getFirst();
    }

    List<String> words(String name) {
        return has(name) ? words(text(name, ""), " ") : List.of();
    }

    /** {@code key=value} words; several of one key are kept in their order. */
    <V> Map<Integer, List<V>> lists(String name, Function<String, V> value) {
        return words(name).stream()
                .map(word -> words(word, "="))
                .collect(Collectors.groupingBy(
                        pair -> Integer.valueOf(pair.getFirst()),
                        LinkedHashMap::new,
                        Collectors.mapping(pair -> value.apply(pair.getLast()), Collectors.toList())));
    }

    /** {@code key=value} words of which each key stands once. */
    <V> Map<Integer, V> pairs(String name, Function<String, V> value) {
        Map<Integer, V> pairs = new LinkedHashMap<>();
        lists(name, value).forEach((key, all) -> pairs.put(key, Objects.requireNonNull(all.getFirst())));
        return pairs;
    }

    static List<String> words(String text, String separator) {
        return Arrays.asList(text.split(separator, -1));
    }
}
