package org.dripline.laws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dripline.catalog.Catalog;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.search.Parameter;
import org.dripline.laws.questions.Question;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Law 3: among some hundred documents, a search finds exactly those that the parameter's FHIRPath and R4's rules say, in
 * the order they say. Each declared parameter is asked for the values that occur in it and for what comes near them.
 */
class FindableLawTest {
    private static final int QUESTIONS = Math.max(5, Laws.SEEDS / 4);

    private static final SearchedStore STORE = new SearchedStore(QUESTIONS);

    static Stream<String> types() {
        return Catalog.resources().all().stream().map(ResourceMapping::type);
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @ParameterizedTest
    @MethodSource("types")
    void findsWhatTheOracleFinds(String type) {
        Differences differences = new Differences(type);
        for (String name : STORE.names(type)) {
            STORE.questions.about(type, name).forEach(question -> compare(differences, name, List.of(question), type));
        }
        STORE.questions.reverse(type).forEach(question -> compare(differences, "_has", List.of(question), type));
        Laws.report("Findable", type, differences.cases());
        differences.assertNone();
    }

    @ParameterizedTest
    @MethodSource("types")
    void findsWhatFulfilsAllParameters(String type) {
        Differences differences = new Differences(type);
        List<Question> all = STORE.names(type).stream()
                .flatMap(name -> STORE.questions.about(type, name).stream())
                .toList();
        Random random = new Random(type.hashCode());
        for (int i = 0; i < 3 * QUESTIONS; i++) {
            List<Question> some = random.ints(2 + random.nextInt(2), 0, all.size())
                    .mapToObj(all::get)
                    .toList();
            compare(differences, "several", some, type);
        }
        Laws.report("Findable by several", type, differences.cases());
        differences.assertNone();
    }

    @ParameterizedTest
    @MethodSource("types")
    void sortsAsTheOracleSorts(String type) {
        Differences differences = new Differences(type);
        List<String> names = STORE.sortable(type);
        Random random = new Random(type.hashCode());
        for (String name : names) {
            String other = names.get(random.nextInt(names.size()));
            List<String> sorts = random.nextBoolean()
                    ? List.of(name, other + ",-" + name)
                    : List.of("-" + name, "-" + other + "," + name);
            for (String sort : sorts) {
                Optional<List<String>> found = STORE.found(type, List.of(new Parameter("_sort", sort)));
                differences.compare(
                        name, "_sort=" + sort, SearchedStore.said(() -> STORE.oracle.sorted(type, sort)), found);
            }
        }
        Laws.report("Sorted", type, differences.cases());
        differences.assertNone();
    }

    private static void compare(Differences differences, String parameter, List<Question> asked, String type) {
        List<Map.Entry<String, String>> words = asked.stream()
                .map(question -> Map.entry(question.name(), question.value()))
                .toList();
        Supplier<Set<String>> expected = () -> new TreeSet<>(STORE.oracle.ids(type, words));
        Optional<Set<String>> before = SearchedStore.said(expected);
        Optional<Set<String>> found = STORE.found(
                        type,
                        asked.stream()
                                .map(question -> new Parameter(question.name(), question.value()))
                                .toList())
                .map(TreeSet::new);
        // What is approximately now moves while the law runs.
        Optional<Set<String>> after = before.equals(found) ? before : SearchedStore.said(expected);
        differences.compare(
                parameter,
                String.join("&", asked.stream().map(Question::toString).toList()),
                after,
                found);
    }
}
