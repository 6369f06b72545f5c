package org.dripline.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the engine answers otherwise than the oracle, told parameter by parameter. */
final class Differences {
    private static final int TOLD = 10;
    private static final int LONGEST = 160;

    private final String type;
    private final Map<String, List<String>> byParameter = new LinkedHashMap<>();
    private int cases;

    Differences(String type) {
        this.type = type;
    }

    int cases() {
        return cases;
    }

    /** Compares two answers, of which an empty one is a refusal. */
    <T extends Collection<String>> void compare(
            String parameter, String question, Optional<T> expected, Optional<T> found) {
        cases++;
        if (!expected.equals(found)) {
            byParameter
                    .computeIfAbsent(parameter, unseen -> new ArrayList<>())
                    .add(brief(question) + " " + said(expected, found));
        }
    }

    private static String said(
            Optional<? extends Collection<String>> expected, Optional<? extends Collection<String>> found) {
        if (expected.isEmpty()) {
            return "should be refused, finds " + found.orElseThrow();
        }
        if (found.isEmpty()) {
            return "is refused, should find " + expected.get();
        }
        List<String> missing = new ArrayList<>(expected.get());
        missing.removeAll(found.get());
        List<String> tooMany = new ArrayList<>(found.get());
        tooMany.removeAll(expected.get());
        return missing.isEmpty() && tooMany.isEmpty()
                ? order(List.copyOf(expected.get()), List.copyOf(found.get()))
                : "misses " + missing + ", wrongly finds " + tooMany;
    }

    private static String order(List<String> expected, List<String> found) {
        int first = 0;
        while (expected.get(first).equals(found.get(first))) {
            first++;
        }
        int end = Math.min(expected.size(), first + 4);
        return "goes on from place " + first + " with " + found.subList(first, end) + ", should with "
                + expected.subList(first, end);
    }

    private static String brief(String question) {
        return question.length() <= LONGEST ? question : question.substring(0, LONGEST) + "...";
    }

    void assertNone() {
        StringBuilder told = new StringBuilder();
        byParameter.forEach((parameter, lines) -> {
            told.append(String.format("%n%s %s: %d differences", type, parameter, lines.size()));
            lines.stream().limit(TOLD).forEach(line -> told.append(String.format("%n  %s", line)));
        });
        assertThat(told.toString()).isEmpty();
    }
}
