package org.dripline.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dripline.engine.TestStore;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchKind;
import org.dripline.engine.mapping.SearchParameter;
import org.dripline.engine.search.Parameter;
import org.dripline.engine.search.SearchPage;
import org.dripline.engine.store.StoredVersion;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Law 3: among a few hundred documents, a search finds exactly those that the parameter's FHIRPath and R4's rules say.
 * Each parameter is asked for the values that occur in it, and for those of the other parameters of its kind.
 */
class FindableLawTest {
    private static final TestStore STORE = new TestStore();
    private static final int DOCUMENTS = 40;
    private static final int QUESTIONS = Laws.SEEDS * 3 / 2;
    private static final Parameter ALL = new Parameter("_count", "1000");

    private final Oracle oracle = new Oracle();

    @BeforeAll
    static void store() {
        Laws.types().forEach(type -> {
            for (int seed = 0; seed < DOCUMENTS; seed++) {
                STORE.put(GeneratedResource.of(type, seed));
            }
        });
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @ParameterizedTest
    @MethodSource("org.dripline.laws.Laws#types")
    void findsWhatTheOracleFinds(String type) {
        ResourceMapping mapping = STORE.catalog.read(type);
        Map<String, Resource> documents = documents(type);
        int cases = 0;
        for (SearchParameter parameter : mapping.parameters()) {
            Map<String, List<Indexed>> indexed = new LinkedHashMap<>();
            documents.forEach((id, document) -> indexed.put(id, oracle.values(document, parameter)));
            for (Question question : questions(mapping, parameter, documents)) {
                assertThat(found(type, parameter, question))
                        .as("%s?%s=%s", type, parameter, question.text())
                        .isEqualTo(expected(indexed, question));
                cases++;
            }
        }
        Laws.report("Findable", type, cases);
    }

    private Map<String, Resource> documents(String type) {
        Map<String, Resource> documents = new TreeMap<>();
        for (StoredVersion stored : search(type, List.of(ALL)).matches()) {
            documents.put(stored.id(), oracle.parse(stored.content()));
        }
        assertThat(documents).hasSize(DOCUMENTS);
        return documents;
    }

    private static Set<String> expected(Map<String, List<Indexed>> indexed, Question question) {
        Set<String> ids = new TreeSet<>();
        indexed.forEach((id, values) -> {
            if (values.stream().anyMatch(question.finds())) {
                ids.add(id);
            }
        });
        return ids;
    }

    private static Set<String> found(String type, SearchParameter parameter, Question question) {
        Set<String> ids = new TreeSet<>();
        List<Parameter> asked = List.of(new Parameter(parameter.name(), question.text()), ALL);
        search(type, asked).matches().forEach(match -> ids.add(match.id()));
        return ids;
    }

    private static SearchPage search(String type, List<Parameter> parameters) {
        return STORE.search.search(TestStore.CLINIC, type, parameters);
    }

    /** Its own values first, then a sample of the others'. */
    private List<Question> questions(
            ResourceMapping mapping, SearchParameter parameter, Map<String, Resource> documents) {
        Map<String, Question> questions = new LinkedHashMap<>();
        ask(parameter, documents, questions);
        List<Question> own = new ArrayList<>(questions.values());
        mapping.parameters().stream()
                .filter(other -> other.kind() == parameter.kind())
                .forEach(other -> ask(other, documents, questions));
        List<Question> others = new ArrayList<>(questions.values()).subList(own.size(), questions.size());
        Collections.shuffle(own, new Random(1));
        Collections.shuffle(others, new Random(1));
        return Stream.concat(own.stream().limit(QUESTIONS), others.stream().limit(QUESTIONS / 3))
                .toList();
    }

    private void ask(SearchParameter parameter, Map<String, Resource> documents, Map<String, Question> into) {
        Set<String> dates = new LinkedHashSet<>();
        for (Resource document : documents.values()) {
            dates.addAll(oracle.dates(document, parameter));
            if (parameter.kind() != SearchKind.DATE) {
                oracle.values(document, parameter).stream()
                        .flatMap(value -> parameter.kind() == SearchKind.URI
                                ? Stream.of(Question.aboutUri((Indexed.Token) value))
                                : Question.about(value))
                        .forEach(question -> into.putIfAbsent(question.text(), question));
            }
        }
        if (parameter.kind() == SearchKind.DATE) {
            dates.stream()
                    .flatMap(Question::aboutDate)
                    .forEach(question -> into.putIfAbsent(question.text(), question));
        }
    }
}
