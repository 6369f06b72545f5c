package org.dripline.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.dripline.access.Access;
import org.dripline.engine.TestStore;
import org.dripline.engine.store.StoredVersion;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EverythingTest {
    private static final int READINGS = 40;
    private static final TestStore STORE = new TestStore();
    private static final AtomicInteger STATEMENTS = new AtomicInteger();
    private static final ResourceSearch SEARCH = STORE.counted(STATEMENTS);

    /** Patient a has many readings, b one; they share a practitioner, a form and a visit without a subject. */
    @BeforeAll
    static void twoRecords() {
        STORE.put("{\"resourceType\":\"Practitioner\",\"id\":\"shared\"}");
        STORE.put("{\"resourceType\":\"Practitioner\",\"id\":\"idle\"}");
        STORE.put("{\"resourceType\":\"Questionnaire\",\"id\":\"form\",\"url\":\"https://q.example/form\"}");
        STORE.put("{\"resourceType\":\"Questionnaire\",\"id\":\"plan\",\"url\":\"https://q.example/plan\"}");
        STORE.put("{\"resourceType\":\"Encounter\",\"id\":\"open-day\",\"status\":\"finished\"}");
        for (String id : List.of("a", "b")) {
            STORE.put("{\"resourceType\":\"Patient\",\"id\":\"" + id + "\"}");
            for (int i = 0; i < (id.equals("a") ? READINGS : 1); i++) {
                STORE.put("{\"resourceType\":\"Observation\",\"id\":\"" + id + i
                        + "\",\"subject\":{\"reference\":\"Patient/"
                        + id + "\"},\"encounter\":{\"reference\":\"Encounter/open-day\"},"
                        + "\"performer\":[{\"reference\":\"Practitioner/shared\"}]}");
            }
            STORE.put("{\"resourceType\":\"QuestionnaireResponse\",\"id\":\"r" + id
                    + "\",\"questionnaire\":\"https://q.example/form|2\",\"subject\":{\"reference\":\"Patient/" + id
                    + "\"}}");
            STORE.put("{\"resourceType\":\"CarePlan\",\"id\":\"c" + id
                    + "\",\"instantiatesCanonical\":[\"https://q.example/plan\"],\"subject\":{\"reference\":\"Patient/"
                    + id + "\"}}");
        }
        STORE.put("{\"resourceType\":\"Procedure\",\"id\":\"donation\",\"subject\":{\"reference\":\"Patient/b\"},"
                + "\"performer\":[{\"actor\":{\"reference\":\"Patient/a\"}}]}");
        STORE.put("{\"resourceType\":\"Observation\",\"id\":\"room\",\"subject\":{\"reference\":\"Location/1\"},"
                + "\"performer\":[{\"reference\":\"Patient/b\"}]}");
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void showsWhatIsOnesOwnAndWhatThatNeeds() {
        SearchPage page = everything(TestStore.CLINIC, "b", "");
        assertThat(names(page.matches()))
                .containsExactly(
                        "Patient/b",
                        "Observation/b0",
                        "QuestionnaireResponse/rb",
                        "CarePlan/cb",
                        "Procedure/donation",
                        "Observation/room");
        assertThat(names(page.included()))
                .containsExactly(
                        "Practitioner/shared", "Questionnaire/form", "Questionnaire/plan", "Encounter/open-day");
        assertThat(names(everything(TestStore.CLINIC, "a", "").matches()))
                .hasSize(READINGS + 3)
                .doesNotContain("Procedure/donation", "Patient/b", "Observation/room");
    }

    @Test
    void showsAllRecordsAndWhatIsSharedOnce() {
        SearchPage page = everything(TestStore.CLINIC, "", "");
        assertThat(names(page.matches())).hasSize(READINGS + 3 + 6).doesNotHaveDuplicates();
        assertThat(names(page.included()))
                .containsExactly(
                        "Practitioner/shared", "Questionnaire/form", "Questionnaire/plan", "Encounter/open-day");
        assertThat(page.total()).hasValue(READINGS + 13);
    }

    @Test
    void keepsACallerToTheOwnRecord() {
        Access own = Access.ofPatient("portal", "b");
        assertThat(catchThrowableOfType(Refusal.class, () -> everything(own, "a", ""))
                        .status())
                .isEqualTo(404);
        assertThat(catchThrowableOfType(Refusal.class, () -> everything(own, "never-was", ""))
                        .issues())
                .isEqualTo(catchThrowableOfType(Refusal.class, () -> everything(own, "a", ""))
                        .issues());
        SearchPage page = everything(own, "b", "");
        assertThat(names(page.matches()))
                .isEqualTo(names(everything(TestStore.CLINIC, "b", "").matches()));
        assertThat(names(everything(own, "", "").matches())).isEqualTo(names(page.matches()));
        assertThat(names(everything(own, "", "").included())).isEqualTo(names(page.included()));
        assertThat(everything(Access.ofPatient("portal", "never-was"), "", "").matches())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4, a, ''", "4, b, ''", "2, a, _count=2", "2, a, _count=20", "2, '', ''", "1, '', _count=20"})
    void takesAFewStatementsHoweverLargeTheRecord(int statements, String id, String text) {
        STATEMENTS.set(0);
        everything(TestStore.CLINIC, id, text);
        assertThat(STATEMENTS).hasValue(statements);
    }

    @Test
    void holdsAThousandAPageAndNotOneMore() {
        assertThat(everything(TestStore.CLINIC, "b", "_count=1000").applied()).isEqualTo("_count=1000");
        assertThat(everything(TestStore.CLINIC, "b", "_count=1001").applied()).isEqualTo("_count=1000");
        SearchPage one = everything(TestStore.CLINIC, "b", "_count=1");
        assertThat(one.matches()).hasSize(1);
        assertThat(one.total()).isEmpty();
        assertThat(everything(TestStore.CLINIC, "b", "_count=10").next()).isEmpty();
        assertThat(everything(TestStore.CLINIC, "b", "_count=9").next()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_count=0",
                "_count=-1",
                "_count=many",
                "_count=1&_count=2",
                "start=yesterday",
                "start=2026-13",
                "start=2027&end=2026",
                "end=",
                "_since=2026-01-01",
                "_since=2026-01-01T00:00:00",
                "_type=Observatoin",
                "_type=Observation,",
                "_sort=date",
                "_page=x"
            })
    void refusesWhatItDoesNotUnderstand(String text) {
        assertThat(catchThrowableOfType(Refusal.class, () -> everything(TestStore.CLINIC, "b", text))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void namesTheTypeAndTheParameterThatWasMeant() {
        assertThat(text("_type=Observatoin")).contains("Did you mean Observation?");
        assertThat(text("_cout=3")).contains("Did you mean _count?");
        assertThat(text("start=" + "2".repeat(65))).contains("is a date");
    }

    private static String text(String parameters) {
        return catchThrowableOfType(Refusal.class, () -> everything(TestStore.CLINIC, "b", parameters))
                .issues()
                .getFirst()
                .text();
    }

    @Test
    void takesATokenOfThisRecordOnly() {
        String next = everything(TestStore.CLINIC, "a", "_count=2").next().orElseThrow();
        assertThat(everything(TestStore.CLINIC, "a", next).matches()).hasSize(2);
        assertThat(catchThrowableOfType(Refusal.class, () -> everything(TestStore.CLINIC, "b", next))
                        .status())
                .isEqualTo(400);
    }

    /** Everything that is written between two pages changes a part of the record; what stays is met once. */
    @Test
    void meetsWhatIsUnchangedExactlyOnce() {
        try (TestStore store = new TestStore()) {
            store.put("{\"resourceType\":\"Patient\",\"id\":\"p\"}");
            for (int i = 0; i < 60; i++) {
                store.put(reading(i, "Practitioner/d" + i % 3));
                store.put("{\"resourceType\":\"Practitioner\",\"id\":\"d" + i % 6 + "\"}");
            }
            List<String> met = new ArrayList<>();
            String next = "_count=7";
            for (int page = 0; !next.isEmpty(); page++) {
                SearchPage found = store.search.everything(TestStore.CLINIC, "p", parameters(next));
                met.addAll(names(found.matches()));
                met.addAll(names(found.included()));
                next = found.next().orElse("");
                store.put(reading(3 * page, "Practitioner/d1"));
                store.put(reading(59 - 3 * page, "Practitioner/d1"));
                store.put(reading(100 + page, "Practitioner/d" + page % 6));
            }
            assertThat(met).doesNotHaveDuplicates().contains("Patient/p", "Practitioner/d1");
            for (int i = 1; i < 30; i++) {
                if (i % 3 != 0) {
                    assertThat(met).contains("Observation/o" + i);
                }
            }
            assertThat(met).noneMatch(name -> name.matches("Observation/o1\\d\\d"));
        }
    }

    private static String reading(int i, String performer) {
        return "{\"resourceType\":\"Observation\",\"id\":\"o" + i
                + "\",\"subject\":{\"reference\":\"Patient/p\"},\"performer\":[{\"reference\":\"" + performer + "\"}]}";
    }

    private static SearchPage everything(Access access, String id, String text) {
        return SEARCH.everything(access, id, parameters(text));
    }

    private static List<Parameter> parameters(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split("&", -1))
                        .map(pair -> new Parameter(
                                pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1)))
                        .toList();
    }

    private static List<String> names(List<StoredVersion> versions) {
        return versions.stream()
                .map(version -> version.type() + "/" + version.id())
                .toList();
    }
}
