package org.dripline.web.clinic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is missing, said once for all infusions that miss the same: a long course would fill a side with it. */
final class Missing {
    private static final Pattern OF_ONE = Pattern.compile("(.*\\binfusion )([0-9]{1,6})");

    private Missing() {}

    static List<String> together(List<String> sentences) {
        Map<String, List<Integer>> numbers = new LinkedHashMap<>();
        for (String sentence : sentences) {
            Matcher ofOne = OF_ONE.matcher(sentence);
            boolean counts = ofOne.matches();
            List<Integer> all = numbers.computeIfAbsent(counts ? ofOne.group(1) : sentence, each -> new ArrayList<>());
            if (counts) {
                all.add(Integer.valueOf(ofOne.group(2)));
            }
        }
        return numbers.entrySet().stream()
                .map(each -> said(each.getKey(), each.getValue()))
                .toList();
    }

    private static String said(String words, List<Integer> numbers) {
        return switch (numbers.size()) {
            case 0 -> words;
            case 1 -> words + numbers.getFirst();
            default -> words.stripTrailing() + "s " + spans(numbers);
        };
    }

    /** Such as {@code 2, 4–6, 9}. */
    private static String spans(List<Integer> numbers) {
        List<List<Integer>> spans = new ArrayList<>();
        for (int number : numbers) {
            if (spans.isEmpty() || spans.getLast().getLast() != number - 1) {
                spans.add(new ArrayList<>());
            }
            spans.getLast().add(number);
        }
        return spans.stream()
                .map(span -> span.size() == 1 ? "" + span.getFirst() : span.getFirst() + "–" + span.getLast())
                .collect(Collectors.joining(", "));
    }
}
