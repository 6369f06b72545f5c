package org.dripline.laws.questions;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dripline.laws.oracle.DateSpan;
import org.dripline.laws.oracle.Definition;
import org.hl7.fhir.instance.model.api.IBase;

/** Questions about dates, with every prefix. */
final class DateQuestions implements KindQuestions {
    static final List<String> PREFIXES = List.of("", "eq", "ne", "gt", "lt", "ge", "le", "sa", "eb", "ap");

    @Override
    public Stream<Question> about(Definition definition, List<IBase> values) {
        Set<String> dates = new LinkedHashSet<>();
        values.stream()
                .flatMap(value -> DateSpan.written(value).stream())
                .distinct()
                .flatMap(DateQuestions::forms)
                .forEach(dates::add);
        dates.addAll(List.of("2026", "1970-01-01T00:00:00Z", "2026-02-30", "now", "2026-1-5"));
        Set<String> texts = new LinkedHashSet<>();
        dates.forEach(date -> PREFIXES.forEach(prefix -> texts.add(prefix + date)));
        TokenQuestions.addPairs(texts);
        // Beyond these lie only the open ends of Periods.
        Stream<Question> extremes = Stream.of(
                        "lt0001", "le0001", "ne0001", "eb0001", "gt9999-12-31", "ge9999-12-31", "sa9999-12-31")
                .map(text -> Question.plain(definition.name(), text).withFeature("extreme"));
        return Stream.concat(extremes, texts.stream().map(text -> Question.plain(definition.name(), text)));
    }

    /** A date as it is written, with fewer and with more digits, and its neighbours. */
    private static Stream<String> forms(String date) {
        if (date.indexOf('T') < 0) {
            Stream<String> finer = switch (date.length()) {
                case 4 -> Stream.of(date + "-01", date + "-12-31");
                case 7 -> Stream.of(date.substring(0, 4), date + "-01");
                default ->
                    Stream.of(
                            date.substring(0, 4),
                            date.substring(0, 7),
                            date + "T00:00Z",
                            date + "T12:30:00Z",
                            date + "T23:59:59.999999Z");
            };
            return Stream.concat(Stream.of(date), finer);
        }
        String minute = date.substring(0, 16);
        String zone =
                date.substring(Math.max(date.lastIndexOf('Z'), Math.max(date.lastIndexOf('+'), date.lastIndexOf('-'))));
        String second = date.substring(0, 19);
        String exact = date.substring(0, date.length() - zone.length());
        String finer = exact.indexOf('.') < 0 ? exact + ".0" : exact + "0";
        return Stream.of(
                date,
                date.substring(0, 4),
                date.substring(0, 10),
                minute + zone,
                minute,
                second + zone,
                finer + zone,
                finer + "1" + zone,
                second + ".999999" + zone,
                second + "Z",
                second + "+00:15");
    }
}
