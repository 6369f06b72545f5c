package org.dripline.laws.questions;

import static org.dripline.laws.questions.Question.escaped;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.dripline.laws.oracle.CodedValue;
import org.dripline.laws.oracle.Definition;
import org.dripline.laws.oracle.ElementTypes;
import org.dripline.laws.oracle.Terminology;
import org.dripline.laws.oracle.Terminology.Code;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;

/** Questions about codes, identifiers and other tokens. */
final class TokenQuestions implements KindQuestions {
    private static final Set<String> CODED = Set.of("CodeableConcept", "Coding");

    private final Terminology terminology;

    TokenQuestions(Terminology terminology) {
        this.terminology = terminology;
    }

    @Override
    public Stream<Question> about(Definition definition, List<IBase> values) {
        String name = definition.name();
        Set<String> texts = new LinkedHashSet<>();
        values.stream()
                .flatMap(value -> CodedValue.of(value, system -> true).stream())
                .distinct()
                .forEach(token -> forms(token).forEach(texts::add));
        NearTexts.HOSTILE.forEach(text -> texts.add(escaped(text)));
        texts.addAll(NearTexts.MALFORMED);
        addPairs(texts);
        List<Stream<Question>> all = new ArrayList<>();
        all.add(texts.stream().map(text -> Question.plain(name, text)));
        all.add(texts.stream().map(text -> Question.modified(name, "not", text)));
        if (ElementTypes.of(definition).stream().anyMatch(CODED::contains)) {
            all.add(terminology.valueSets().keySet().stream()
                    .flatMap(url -> Stream.of("in", "not-in").map(how -> Question.modified(name, how, escaped(url)))));
            all.add(terminology.descendants().keySet().stream()
                    .flatMap(code -> Stream.of("above", "below").map(how -> Question.modified(name, how, text(code)))));
        }
        if (ElementTypes.of(definition).stream().anyMatch(type -> CODED.contains(type) || type.equals("Identifier"))) {
            all.add(values.stream()
                    .flatMap(TokenQuestions::displays)
                    .distinct()
                    .flatMap(StringQuestions::forms)
                    .map(text -> Question.modified(name, "text", text)));
        }
        all.add(values.stream().flatMap(TokenQuestions::types).map(text -> Question.modified(name, "of-type", text)));
        return all.stream().flatMap(questions -> questions);
    }

    private static String text(Code code) {
        return escaped(code.system()) + "|" + escaped(code.code());
    }

    /** A token in its four forms, and what is nearly it. */
    static Stream<String> forms(CodedValue token) {
        String system = escaped(token.system().orElse(""));
        if (token.code().isEmpty()) {
            return Stream.of(system + "|", system + "x|");
        }
        String code = escaped(token.code().get());
        Stream<String> others = Stream.concat(
                        NearTexts.otherCases(token.code().get()),
                        NearTexts.pieces(token.code().get()))
                .map(Question::escaped)
                .flatMap(other -> Stream.of(other, system + "|" + other));
        Stream<String> own =
                Stream.of(code, system + "|" + code, "|" + code, system + "x|" + code, code + "x", code + "\\,");
        Stream<String> systems = system.isEmpty()
                ? Stream.empty()
                : Stream.concat(Stream.of(system), NearTexts.otherCases(system)).map(other -> other + "|");
        return Stream.of(own, others, systems).flatMap(texts -> texts);
    }

    /** Some alternatives of two. */
    static void addPairs(Set<String> texts) {
        List<String> single = List.copyOf(texts);
        for (int i = 0; i + 7 < single.size(); i += 5) {
            texts.add(single.get(i) + "," + single.get(i + 7));
        }
    }

    private static Stream<String> displays(IBase value) {
        return switch (value) {
            case CodeableConcept concept ->
                Stream.concat(
                        Stream.ofNullable(concept.getText()),
                        concept.getCoding().stream().flatMap(TokenQuestions::displays));
            case Coding coding -> Stream.ofNullable(coding.getDisplay());
            case Identifier identifier -> Stream.ofNullable(identifier.getType().getText());
            default -> Stream.empty();
        };
    }

    /** system|code|value of identifiers that have a type, and some that are not theirs. */
    private static Stream<String> types(IBase value) {
        if (!(value instanceof Identifier identifier) || identifier.getValue() == null) {
            return Stream.empty();
        }
        String own = escaped(identifier.getValue());
        return CodedValue.of(identifier.getType(), system -> true).stream()
                .filter(type -> type.code().isPresent())
                .flatMap(type -> {
                    String system = escaped(type.system().orElse(""));
                    String code = escaped(type.code().get());
                    return Stream.of(
                            system + "|" + code + "|" + own,
                            system + "|" + code + "|" + own + "x",
                            system + "|" + code.toUpperCase(Locale.ROOT) + "|" + own,
                            system + "x|" + code + "|" + own,
                            system + "|" + code + "|" + own.toUpperCase(Locale.ROOT));
                });
    }
}
