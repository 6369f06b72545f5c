package org.dripline.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.dripline.engine.TestStore;
import org.dripline.outcome.Issue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page holds at most and says of the rest: one past each limit, and the totals. */
class ResultLimitsTest {
    private final TestStore store = new TestStore();

    @AfterEach
    void close() {
        store.close();
    }

    private SearchPage search(String type, String... namesAndValues) {
        List<Parameter> parameters = Stream.of(namesAndValues)
                .map(pair -> pair.split("=", 2))
                .map(pair -> new Parameter(pair[0], pair[1]))
                .toList();
        return store.search.search(TestStore.CLINIC, type, parameters);
    }

    private void procedures(int count) {
        store.put("{\"resourceType\":\"Patient\",\"id\":\"p\"}");
        for (int i = 0; i < count; i++) {
            store.put("{\"resourceType\":\"Procedure\",\"id\":\"i" + i
                    + "\",\"status\":\"completed\",\"subject\":{\"reference\":\"Patient/p\"}}");
        }
    }

    @Test
    void includesAThousandAndSaysThatThereIsOneMore() {
        procedures(Includes.MAX_INCLUDED);
        SearchPage all = search("Patient", "_revinclude=Procedure:patient");
        assertThat(all.included()).hasSize(Includes.MAX_INCLUDED);
        assertThat(all.warnings()).isEmpty();

        store.put("{\"resourceType\":\"Procedure\",\"id\":\"more\",\"subject\":{\"reference\":\"Patient/p\"}}");

        SearchPage cut = search("Patient", "_revinclude=Procedure:patient");
        assertThat(cut.included()).hasSize(Includes.MAX_INCLUDED);
        assertThat(cut.warnings()).extracting(Issue::rule).containsExactly("search-included");
    }

    @Test
    void followsFiveRoundsAndSaysThatThereIsASixth() {
        for (int i = 0; i <= Includes.MAX_ROUNDS + 1; i++) {
            String above = i == 0 ? "" : ",\"partOf\":{\"reference\":\"Encounter/e" + (i - 1) + "\"}";
            store.put("{\"resourceType\":\"Encounter\",\"id\":\"e" + i + "\"" + above + "}");
        }

        SearchPage whole = search("Encounter", "_id=e5", "_include:iterate=Encounter:part-of");
        assertThat(whole.included()).hasSize(Includes.MAX_ROUNDS);
        assertThat(whole.warnings()).isEmpty();

        SearchPage cut = search("Encounter", "_id=e6", "_include:iterate=Encounter:part-of");
        assertThat(cut.included()).hasSize(Includes.MAX_ROUNDS);
        assertThat(cut.warnings()).extracting(Issue::rule).containsExactly("search-included");
    }

    @ParameterizedTest
    @CsvSource({
        "_total=accurate, 1001",
        "_total=estimate, 1000",
        "_total=none, -1",
        "_sort=date, -1",
        "_count=0, 1001",
        "_summary=count, 1001"
    })
    void tellsTheTotalThatWasAskedFor(String asked, long total) {
        procedures(1001);

        SearchPage page = search("Procedure", asked, "status=completed,stopped");

        assertThat(page.total()).isEqualTo(total < 0 ? OptionalLong.empty() : OptionalLong.of(total));
    }

    @Test
    void findsACoursesInfusionsAndDrugsByItsNumber() {
        for (int number = 1; number <= 2; number++) {
            store.put("{\"resourceType\":\"CarePlan\",\"id\":\"c" + number
                    + "\",\"extension\":[{\"url\":\"https://fhir.dripline.example/StructureDefinition/course-number\","
                    + "\"valuePositiveInt\":" + number + "}]}");
            store.put("{\"resourceType\":\"Procedure\",\"id\":\"i" + number
                    + "\",\"basedOn\":[{\"reference\":\"CarePlan/c" + number + "\"}]}");
            store.put("{\"resourceType\":\"MedicationAdministration\",\"id\":\"m" + number
                    + "\",\"partOf\":[{\"reference\":\"Procedure/i" + number + "\"}]}");
        }

        assertThat(ids(search("CarePlan", "course-number=2"))).containsExactly("c2");
        assertThat(ids(search("Procedure", "course=2"))).containsExactly("i2");
        assertThat(ids(search("MedicationAdministration", "course=ge2"))).containsExactly("m2");
    }

    private static List<String> ids(SearchPage page) {
        return page.matches().stream().map(match -> match.id()).toList();
    }
}
