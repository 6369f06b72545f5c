package org.dripline.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dripline.engine.TestStore;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search refuses, how it says so, and where its limits are. */
class QueryParserTest {
    private static final TestStore TEST = new TestStore();
    private static final SearchQueries QUERIES = new SearchQueries(TEST);

    @AfterAll
    static void close() {
        TEST.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Procedure?pateint=7",
                "Procedure?patient:exact=7",
                "Procedure?patient:missing=maybe",
                "Procedure?date=05.01.2026",
                "Procedure?date=2026-13-45",
                "Procedure?date=",
                "Procedure?status=a,,b",
                "Procedure?status=a\\b",
                "Procedure?_count=-1",
                "Procedure?_count=many",
                "Procedure?_sort=nothing",
                "Procedure?subject=not a reference",
                "Procedure?subject:Practitioner=7",
                "Procedure?subject:Patient=Group/7",
                "Procedure?_count=1&_count=2",
                "Procedure?_total=some",
                "Procedure?_contained=true",
                "Procedure?_filter=code eq a",
                "Procedure?_text=a",
                "Procedure?_content=a",
                "Procedure?status.code=a",
                "Encounter?account.name=a",
                "Procedure?subject.nothing=a",
                "Procedure?_include=Procedure",
                "Procedure?_include=Procedure:status",
                "Procedure?_include=Nothing:patient",
                "Procedure?_include=Procedure:encounter:Patient",
                "Patient?phonetic=a",
                "Patient?name=--",
                "Patient?email=mailto|a",
                "Patient?identifier=|",
                "Patient?identifier:of-type=a|b",
                "Patient?_has:Observation:patient=7",
                "Patient?_has:Observation:code:status=final",
                "Patient?_has:Nothing:patient:status=final",
                "Observation?value-quantity=many",
                "Observation?value-quantity=1|mg",
                "Observation?code-value-quantity=a",
                "Observation?code-value-quantity:not=a$1",
                "Observation?code:in=http://unknown/vs",
                "Observation?code:below=active",
                "Observation?code:below=http://x|unknown",
                "Questionnaire?url:below=urn:oid:1.2",
                "Observation?_sort=code-value-quantity",
                "?code=a",
                "?_type=Nothing",
                "Patient/1/Questionnaire?",
                "Observation/1/Patient?",
            })
    void refusesWhatItDoesNotUnderstand(String text) {
        assertThatThrownBy(() -> QUERIES.parse(text))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isIn(400, 404));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Procedure?pateint=7            # 'pateint' # Did you mean patient?",
                "Observation?code:txt=a         # ':txt' # Did you mean text?",
                "Observation?subject:Patiant=7  # 'Patiant' # Did you mean Patient?",
                "Observation?subject.nam=a      # 'nam' # Did you mean name?",
                "Observation?_sort=-dat         # 'dat' # Did you mean date?",
                "Patient?_has:Observatio:patient:code=a # 'Observatio' # Did you mean Observation?",
                "Observation?_include=Observation:encountr # 'encountr' # Did you mean encounter?",
                "Patient?phonetic=a             # phonetic of Patient is not offered # sounds",
                "?_type=Patent                  # 'Patent' # Did you mean Patient?",
            })
    void namesWhatIsWrongAndWhatIsNearest(String text, String wrong, String mend) {
        assertThatThrownBy(() -> QUERIES.parse(text))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.issues().getFirst().text())
                                .contains(wrong)
                                .contains(mend));
    }

    @Test
    void passesOverUnknownParametersWhenAskedTo() {
        var parsed = QUERIES.parsed("Procedure?pateint=7&status=completed&_filter=x", true);
        assertThat(parsed.query()).hasToString("Procedure where status = completed count 50");
        assertThat(parsed.applied()).extracting(Parameter::name).containsExactly("status");
        assertThat(parsed.ignored())
                .extracting(Issue::text)
                .allSatisfy(text -> assertThat(text).contains("ignored"))
                .hasSize(2);
    }

    @Test
    void boundsValuesParametersAndChains() {
        String hundred = "a,".repeat(99) + "a";
        assertThat(QUERIES.parse("Procedure?status=" + hundred)).isNotNull();
        assertThatThrownBy(() -> QUERIES.parse("Procedure?status=" + hundred + ",b"))
                .isInstanceOf(Refusal.class);
        String fifty = "status=a&".repeat(49) + "status=a";
        assertThat(QUERIES.parse("Procedure?" + fifty)).isNotNull();
        assertThatThrownBy(() -> QUERIES.parse("Procedure?" + fifty + "&status=a"))
                .isInstanceOf(Refusal.class);
        String four = "part-of:Encounter.".repeat(4) + "status=finished";
        assertThat(QUERIES.parse("Encounter?" + four)).isNotNull();
        assertThatThrownBy(() -> QUERIES.parse("Encounter?part-of:Encounter." + four))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void appliesTheLargestCountThatItKeeps() {
        assertThat(QUERIES.parse("Procedure?_count=5000")).hasToString("Procedure count 1000");
    }
}
