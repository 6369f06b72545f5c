package org.dripline.laws.questions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dripline.laws.oracle.Definition;
import org.dripline.laws.oracle.Kind;
import org.dripline.laws.oracle.SearchOracle;
import org.hl7.fhir.r4.model.Resource;

/** Questions through links that the data really hold: forwards by chains, backwards by {@code _has}. */
final class LinkQuestions {
    private static final int DEEPEST = 4;
    private static final int EACH = 3;

    private final SearchOracle oracle;
    private final Map<String, Collection<String>> declared;
    private final Function<Definition, List<Question>> own;

    /** @param own the questions about a parameter without links */
    LinkQuestions(
            SearchOracle oracle, Map<String, Collection<String>> declared, Function<Definition, List<Question>> own) {
        this.oracle = oracle;
        this.declared = declared;
        this.own = own;
    }

    /** Chains that begin with a reference, of one link to four. */
    Stream<Question> from(Definition reference) {
        return from(reference, 1);
    }

    private Stream<Question> from(Definition reference, int depth) {
        return targets(reference).stream().flatMap(target -> {
            String link = reference.name() + ":" + target + ".";
            String untyped = reference.name() + ".";
            Random random = new Random((reference + target).hashCode() + depth);
            List<Question> questions = new ArrayList<>();
            for (Definition definition : parameters(target)) {
                some(definition, random).forEach(question -> {
                    questions.add(question.behind(link, "chain"));
                    questions.add(question.behind(untyped, "chain"));
                });
                if (definition.kind() == Kind.REFERENCE && depth < DEEPEST && random.nextInt(2 * depth) == 0) {
                    from(definition, depth + 1)
                            .skip(random.nextInt(EACH))
                            .limit(EACH)
                            .forEach(question -> questions.add(question.behind(link, "chain")));
                }
            }
            return questions.stream();
        });
    }

    /** What refers to a type, what refers to that, and what that refers to. */
    Stream<Question> to(String type) {
        return to(type, 1);
    }

    private Stream<Question> to(String type, int depth) {
        return declared.keySet().stream()
                .sorted()
                .flatMap(source -> parameters(source).stream()
                        .filter(reference -> reference.kind() == Kind.REFERENCE
                                && targets(reference).contains(type))
                        .flatMap(reference -> {
                            String link = "_has:" + source + ":" + reference.name() + ":";
                            Random random = new Random((type + reference).hashCode() + depth);
                            Stream<Question> direct = parameters(source).stream()
                                    .flatMap(definition -> some(definition, random).stream());
                            Stream<Question> deeper = depth < 2
                                    ? Stream.concat(
                                            to(source, depth + 1).limit(4L * EACH),
                                            parameters(source).stream()
                                                    .filter(definition -> definition.kind() == Kind.REFERENCE)
                                                    .flatMap(definition -> from(definition, DEEPEST)
                                                            .limit(EACH)))
                                    : Stream.empty();
                            return Stream.concat(direct, deeper).map(question -> question.behind(link, "has"));
                        }));
    }

    private List<Question> some(Definition definition, Random random) {
        List<Question> questions = own.apply(definition);
        List<Question> some = new ArrayList<>();
        for (int i = 0; i < EACH && !questions.isEmpty(); i++) {
            some.add(questions.get(random.nextInt(questions.size())));
        }
        return some;
    }

    private List<Definition> parameters(String type) {
        return declared.getOrDefault(type, List.of()).stream()
                .map(name -> oracle.definition(type, name))
                .toList();
    }

    /** The types that resources of this server are referred to by. */
    private Collection<String> targets(Definition reference) {
        TreeSet<String> targets = new TreeSet<>();
        oracle.all(reference.type())
                .flatMap(resource -> oracle.values(resource, reference).stream())
                .flatMap(value -> oracle.target(value).stream())
                .map(Resource::fhirType)
                .filter(declared::containsKey)
                .filter(reference::allows)
                .forEach(targets::add);
        return targets;
    }
}
