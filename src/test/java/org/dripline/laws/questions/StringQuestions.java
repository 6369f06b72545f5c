package org.dripline.laws.questions;

import static org.dripline.laws.questions.Question.escaped;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dripline.laws.oracle.Definition;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.StringType;

/** Questions about texts. */
final class StringQuestions implements KindQuestions {
    @Override
    public Stream<Question> about(Definition definition, List<IBase> values) {
        Set<String> texts = new LinkedHashSet<>();
        values.stream()
                .flatMap(StringQuestions::texts)
                .distinct()
                .flatMap(StringQuestions::forms)
                .forEach(texts::add);
        NearTexts.HOSTILE.forEach(text -> texts.add(escaped(text)));
        texts.addAll(NearTexts.MALFORMED);
        TokenQuestions.addPairs(texts);
        String name = definition.name();
        return texts.stream()
                .flatMap(text -> Stream.of(
                        Question.plain(name, text),
                        Question.modified(name, "exact", text),
                        Question.modified(name, "contains", text)));
    }

    /** A text whole and in part, as it is and as it may be misspelt. */
    static Stream<String> forms(String text) {
        return Stream.of(
                        Stream.of(text),
                        NearTexts.otherCases(text),
                        NearTexts.pieces(text),
                        NearTexts.more(text),
                        NearTexts.pieces(text).flatMap(NearTexts::otherCases))
                .flatMap(near -> near)
                .map(Question::escaped);
    }

    private static Stream<String> texts(IBase value) {
        Stream<StringType> parts = switch (value) {
            case HumanName name ->
                Stream.of(List.of(name.getFamilyElement()), name.getGiven(), name.getPrefix(), name.getSuffix())
                        .flatMap(List::stream);
            case Address address ->
                Stream.concat(
                        address.getLine().stream(), Stream.of(address.getCityElement(), address.getCountryElement()));
            case StringType text -> Stream.of(text);
            default -> Stream.empty();
        };
        return parts.map(PrimitiveType::getValueAsString).filter(text -> text != null && !text.isEmpty());
    }
}
