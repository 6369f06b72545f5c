package org.dripline.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dripline.document.JsonWriter;
import org.dripline.laws.oracle.Definition;
import org.dripline.laws.oracle.Definitions;
import org.dripline.laws.oracle.Kind;
import org.dripline.laws.oracle.Refused;
import org.dripline.laws.oracle.SearchOracle;
import org.dripline.laws.oracle.Setting;
import org.dripline.laws.oracle.Terminology;
import org.dripline.laws.oracle.Terminology.Code;
import org.dripline.laws.questions.Question;
import org.dripline.laws.questions.Questions;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The questions earn their trust: they touch all that is there, tell something, and are the same each time. */
class QuestionsTest {
    private static final int DOCUMENTS = 24;
    private static final Definitions DEFINITIONS = new Definitions(List.of());
    private static final Map<String, Collection<String>> DECLARED = Laws.types()
            .collect(Collectors.toMap(
                    type -> type, type -> new TreeSet<>(DEFINITIONS.of(type).keySet()), (a, b) -> a, TreeMap::new));
    private static final Setting SETTING = new Setting(
            DECLARED.keySet(),
            List.of(),
            new Terminology(
                    Map.of("urn:vs", Set.of(new Code("https://codes.example/a", "a"))),
                    Map.of(
                            new Code("https://codes.example/a", "a"),
                            Set.of(new Code("https://codes.example/a", "b-1")))),
            List.of(GeneratedReferences.OWN_BASE),
            Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC),
            Setting::isCaseSensitive);
    private static final SearchOracle ORACLE = new SearchOracle(resources(), SETTING);

    private static List<Resource> resources() {
        ReferenceModel reader = new ReferenceModel();
        return Laws.types()
                .flatMap(type -> IntStream.range(0, DOCUMENTS).mapToObj(seed -> GeneratedResource.of(type, seed)))
                .map(document -> reader.parse(JsonWriter.bytes(document)))
                .toList();
    }

    private static Questions questions(int perFeature) {
        return new Questions(ORACLE, SETTING, DECLARED, perFeature);
    }

    /** What counts as there is found by some question, other than by asking whether it is. */
    @ParameterizedTest
    @MethodSource("org.dripline.laws.Laws#types")
    void findWhateverIsThere(String type) {
        Questions all = questions(200);
        for (Definition definition : DEFINITIONS.of(type).values()) {
            if (definition.kind() == Kind.COMPOSITE) {
                continue;
            }
            Set<String> there = new TreeSet<>(ORACLE.ids(type, definition.name() + ":missing", "false"));
            there.removeAll(pointInside(definition));
            all.about(type, definition.name()).stream()
                    .filter(question ->
                            !Set.of("missing", "not", "not-in", "chain").contains(question.feature()))
                    .forEach(question -> there.removeAll(answer(type, question)));
            assertThat(there).as(definition.toString()).isEmpty();
        }
    }

    /** A reference to a contained resource is there, but nothing that one can ask for. */
    private static List<String> pointInside(Definition definition) {
        return ORACLE.all(definition.type())
                .filter(resource -> ORACLE.values(resource, definition).stream()
                        .anyMatch(value -> value instanceof Reference reference
                                && String.valueOf(
                                                reference.getReferenceElement_().getValue())
                                        .startsWith("#")))
                .map(resource -> resource.getIdElement().getIdPart())
                .toList();
    }

    private static Set<String> answer(String type, Question question) {
        try {
            return ORACLE.ids(type, question.name(), question.value());
        } catch (Refused refused) {
            return Set.of();
        }
    }

    @Test
    void askForEverythingAndMostlyTellSomething() {
        Map<String, Integer> asked = new TreeMap<>();
        Map<String, Integer> telling = new TreeMap<>();
        Questions sample = questions(5);
        DECLARED.forEach((type, names) -> Stream.concat(
                        names.stream().flatMap(name -> sample.about(type, name).stream()),
                        sample.reverse(type).stream())
                .forEach(question -> {
                    int found = answer(type, question).size();
                    asked.merge(question.feature(), 1, Integer::sum);
                    telling.merge(question.feature(), found > 0 && found < DOCUMENTS ? 1 : 0, Integer::sum);
                }));
        assertThat(asked)
                .containsOnlyKeys(
                        "",
                        "[type]",
                        "above",
                        "below",
                        "chain",
                        "contains",
                        "exact",
                        "extreme",
                        "has",
                        "identifier",
                        "in",
                        "missing",
                        "not",
                        "not-in",
                        "of-type",
                        "text",
                        "version");
        assertThat(telling.values()).allSatisfy(number -> assertThat(number).isGreaterThan(20));
    }

    @Test
    void areTheSameEachTime() {
        assertThat(questions(5).about("Observation", "subject"))
                .isEqualTo(questions(5).about("Observation", "subject"));
        assertThat(questions(5).reverse("Patient")).isEqualTo(questions(5).reverse("Patient"));
    }
}
