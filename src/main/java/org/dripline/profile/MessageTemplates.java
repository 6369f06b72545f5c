package org.dripline.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reference validator's own message templates. They let a message be taken apart again, so that what may be shown
 * (names of elements, limits, codes) is told from what may not (values of the body).
 */
final class MessageTemplates {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");
    private static final List<String> FORMS = List.of("", "_one", "_other");

    /** Messages of the parsers, which come without an id. */
    private static final Pattern PARSER = Pattern.compile(
            "unrecogni[sz]ed_property_|undefined_.*|error_parsing_.*|this_.*|unable_to_find_resourcetype_property"
                    + "|array_cannot_be_empty|cdata_is_not_allowed|no_processing_instructions_.*|text_should_not_.*"
                    + "|element_must_have_some_content|xhtml_xhtml_entity_illegal|.*_json_.*|object_must_have_some_content|.*duplicate.*propert.*");

    /** By id in lower case: the validator is not consistent in its use of capitals. */
    private final Map<String, String> texts = new TreeMap<>();

    private final List<String> parserIds;

    private final Map<String, Optional<Shape>> shapes = new ConcurrentHashMap<>();

    MessageTemplates() {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "Messages",
                Locale.ENGLISH,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        for (String key : bundle.keySet()) {
            texts.put(key.toLowerCase(Locale.ROOT), bundle.getString(key).replace("''", "'"));
        }
        parserIds = texts.keySet().stream()
                .filter(id -> PARSER.matcher(id).matches())
                .sorted(Comparator.comparingInt(id -> -fixedLength(id)))
                .toList();
    }

    /** The id of a parser's message, or empty: the template that fits it with the most fixed text. */
    String parserId(String message) {
        return parserIds.stream()
                .filter(id -> shapes.computeIfAbsent(id, this::shape)
                        .filter(shape -> shape.pattern().matcher(message).matches())
                        .isPresent())
                .findFirst()
                .orElse("");
    }

    private record Shape(Pattern pattern, List<Integer> numbers) {}

    /** The arguments of a message by their number in the template; empty when it does not fit its template. */
    Map<Integer, String> arguments(String id, String message) {
        for (String form : FORMS) {
            Optional<Shape> shape = shapes.computeIfAbsent(id.toLowerCase(Locale.ROOT) + form, this::shape);
            if (shape.isPresent()) {
                Matcher matcher = shape.get().pattern().matcher(message);
                if (matcher.matches()) {
                    return named(shape.get(), matcher);
                }
            }
        }
        return Map.of();
    }

    /**
     * The message with every argument left out, safe to show whatever the body held.
     *
     * @param kept which arguments are shown all the same
     */
    Optional<String> bare(String id, String message, Predicate<String> kept) {
        Map<Integer, String> arguments = arguments(id, message);
        return FORMS.stream()
                .map(form -> texts.get(id.toLowerCase(Locale.ROOT) + form))
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .map(text -> PLACEHOLDER.matcher(text).replaceAll(place -> {
                    String argument = arguments.getOrDefault(Integer.valueOf(place.group(1)), "");
                    return kept.test(argument) ? Matcher.quoteReplacement(argument) : "…";
                }));
    }

    private static Map<Integer, String> named(Shape shape, Matcher matcher) {
        Map<Integer, String> arguments = new TreeMap<>();
        for (int i = 0; i < shape.numbers().size(); i++) {
            arguments.put(shape.numbers().get(i), matcher.group(i + 1));
        }
        return arguments;
    }

    private int fixedLength(String id) {
        return PLACEHOLDER.matcher(texts.getOrDefault(id, "")).replaceAll("").length();
    }

    private Optional<Shape> shape(String key) {
        String text = texts.get(key);
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        StringBuilder pattern = new StringBuilder();
        List<Integer> numbers = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int end = 0;
        while (matcher.find()) {
            pattern.append(Pattern.quote(text.substring(end, matcher.start()))).append("(.*?)");
            numbers.add(Integer.valueOf(matcher.group(1)));
            end = matcher.end();
        }
        pattern.append(Pattern.quote(text.substring(end)));
        return Optional.of(new Shape(Pattern.compile(pattern.toString(), Pattern.DOTALL), List.copyOf(numbers)));
    }
}
