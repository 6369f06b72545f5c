package org.dripline.laws.questions;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dripline.laws.oracle.Definition;
import org.dripline.laws.oracle.Definition.Component;
import org.dripline.laws.oracle.Kind;
import org.hl7.fhir.instance.model.api.IBase;

/** Pairs of values that stand in the same element, and pairs that do not. */
final class CompositeQuestions implements KindQuestions {
    private static final int PAIRS = 12;

    private final Function<Kind, KindQuestions> kinds;
    private final BiFunction<IBase, String, List<IBase>> evaluate;

    /** @param evaluate the values of an expression within an element */
    CompositeQuestions(Function<Kind, KindQuestions> kinds, BiFunction<IBase, String, List<IBase>> evaluate) {
        this.kinds = kinds;
        this.evaluate = evaluate;
    }

    @Override
    public Stream<Question> about(Definition definition, List<IBase> values) {
        Component left = definition.components().getFirst();
        Component right = definition.components().getLast();
        Set<String> texts = new LinkedHashSet<>(List.of("a", "a$", "$a", "a$b$c"));
        for (int i = 0; i < values.size(); i++) {
            List<String> rights = texts(right, values.get(i));
            if (!rights.isEmpty()) {
                addPairs(texts(left, values.get(i)), rights, texts);
                addPairs(texts(left, values.get((i + 1) % values.size())), rights, texts);
            }
        }
        TokenQuestions.addPairs(texts);
        return texts.stream().map(text -> Question.plain(definition.name(), text));
    }

    private static void addPairs(List<String> lefts, List<String> rights, Set<String> texts) {
        Random random = new Random(lefts.hashCode());
        for (int i = 0; i < PAIRS && !lefts.isEmpty(); i++) {
            texts.add(lefts.get(random.nextInt(lefts.size())) + "$" + rights.get(random.nextInt(rights.size())));
        }
    }

    /** Single values only: a comma joins whole composites. */
    private List<String> texts(Component component, IBase element) {
        List<IBase> values = evaluate.apply(element, component.expression());
        return values.isEmpty()
                ? List.of()
                : kinds.apply(component.definition().kind())
                        .about(component.definition(), values)
                        .filter(question -> question.feature().isEmpty())
                        .map(Question::value)
                        .filter(text -> !text.replace("\\,", "").contains(","))
                        .toList();
    }
}
