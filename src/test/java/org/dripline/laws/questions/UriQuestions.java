package org.dripline.laws.questions;

import static org.dripline.laws.questions.Question.escaped;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dripline.laws.oracle.Definition;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.UriType;

/** Questions about URIs: themselves, what is left of them, and what is right of them. */
final class UriQuestions implements KindQuestions {
    @Override
    public Stream<Question> about(Definition definition, List<IBase> values) {
        Set<String> texts = new LinkedHashSet<>();
        values.stream()
                .flatMap(value -> value instanceof UriType uri ? Stream.ofNullable(uri.getValue()) : Stream.empty())
                .distinct()
                .forEach(uri -> forms(uri).map(Question::escaped).forEach(texts::add));
        NearTexts.HOSTILE.forEach(text -> texts.add(escaped(text)));
        texts.addAll(NearTexts.MALFORMED);
        TokenQuestions.addPairs(texts);
        String name = definition.name();
        return texts.stream()
                .flatMap(text -> Stream.of(
                        Question.plain(name, text),
                        Question.modified(name, "below", text),
                        Question.modified(name, "above", text)));
    }

    private static Stream<String> forms(String uri) {
        int path = uri.indexOf('/', 8);
        int bar = uri.indexOf('|');
        Stream<String> left = Stream.of(
                path < 0 ? uri : uri.substring(0, path + 1),
                uri.substring(0, uri.lastIndexOf('/') + 1),
                uri.substring(0, uri.length() - 1),
                bar < 0 ? uri : uri.substring(0, bar));
        Stream<String> right = Stream.of(uri + "/", uri + "/x/y", uri + "|2", uri + "x");
        return Stream.of(Stream.of(uri), NearTexts.otherCases(uri), left, right)
                .flatMap(near -> near)
                .filter(text -> !text.isEmpty());
    }
}
