package org.dripline.laws.questions;

import static org.dripline.laws.questions.Question.escaped;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dripline.laws.oracle.CodedValue;
import org.dripline.laws.oracle.Definition;
import org.dripline.laws.oracle.LocalTarget;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.UriType;

/** Questions about references and canonicals. */
final class ReferenceQuestions implements KindQuestions {
    private final List<String> ownBases;

    ReferenceQuestions(List<String> ownBases) {
        this.ownBases = ownBases;
    }

    @Override
    public Stream<Question> about(Definition definition, List<IBase> values) {
        Set<Question> questions = new LinkedHashSet<>();
        for (IBase value : values) {
            switch (value) {
                case UriType canonical
                when canonical.hasValue() ->
                    canonical(definition.name(), canonical.getValue()).forEach(questions::add);
                case Reference reference -> reference(definition, reference).forEach(questions::add);
                default -> {}
            }
        }
        List<Question> plain = questions.stream()
                .filter(question -> question.feature().isEmpty())
                .toList();
        for (int i = 0; i + 3 < plain.size(); i += 3) {
            questions.add(Question.plain(
                    definition.name(),
                    plain.get(i).value() + "," + plain.get(i + 3).value()));
        }
        NearTexts.MALFORMED.forEach(text -> questions.add(Question.plain(definition.name(), text)));
        return questions.stream();
    }

    private Stream<Question> reference(Definition definition, Reference reference) {
        String name = definition.name();
        List<Question> questions = new ArrayList<>();
        CodedValue.of(reference.getIdentifier(), system -> true).stream()
                .flatMap(TokenQuestions::forms)
                .forEach(text -> questions.add(Question.modified(name, "identifier", text)));
        String text = reference.getReferenceElement_().getValue();
        if (text == null || text.startsWith("#")) {
            return questions.stream();
        }
        LocalTarget.of(text, ownBases)
                .ifPresentOrElse(
                        local -> addLocal(definition, local, questions),
                        () -> Stream.of(text, text + "x", text.replace("/_history/2", ""))
                                .forEach(url -> questions.add(Question.plain(name, escaped(url)))));
        return questions.stream();
    }

    private void addLocal(Definition definition, LocalTarget local, List<Question> questions) {
        String name = definition.name();
        String whole = local.type() + "/" + local.id();
        Stream.of(local.id(), whole, whole + "x", local.id() + "x", "Device/" + local.id())
                .forEach(text -> questions.add(Question.plain(name, text)));
        questions.add(Question.plain(name, escaped("https://other.example/fhir/" + whole)));
        ownBases.forEach(base -> questions.add(Question.plain(name, escaped(base + "/" + whole))));
        Stream.of("3", "4", local.version().orElse("1"))
                .forEach(version -> questions.add(
                        Question.plain(name, whole + "/_history/" + version).withFeature("version")));
        Stream.concat(
                        Stream.of(local.type()),
                        definition.targets().stream().sorted().limit(2))
                .distinct()
                .forEach(type ->
                        questions.add(Question.modified(name, type, local.id()).withFeature("[type]")));
    }

    /** In its version, in any, in another, and in what a part of its version stands for. */
    static Stream<Question> canonical(String name, String canonical) {
        int bar = canonical.indexOf('|');
        String url = escaped(bar < 0 ? canonical : canonical.substring(0, bar));
        String version = bar < 0 ? "1.0" : canonical.substring(bar + 1);
        String major = version.substring(0, 1);
        return Stream.of(
                Question.plain(name, url),
                Question.plain(name, url + "|" + version),
                Question.plain(name, url + "|" + major),
                Question.plain(name, url + "x"),
                Question.modified(name, "below", url),
                Question.modified(name, "below", url + "|" + version),
                Question.modified(name, "below", url + "|" + major),
                Question.modified(name, "below", url.substring(0, url.length() - 1)));
    }
}
