package org.dripline.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dripline.engine.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One statement for a page and one more for each hop of includes, whatever the number of rows. */
class SearchStatementsTest {
    private static final TestStore STORE = new TestStore();
    private static final AtomicInteger STATEMENTS = new AtomicInteger();
    private static final ResourceSearch SEARCH = STORE.counted(STATEMENTS);

    @BeforeAll
    static void patientsWithInfusions() {
        for (int i = 0; i < 40; i++) {
            STORE.put("{\"resourceType\":\"Patient\",\"id\":\"p" + i
                    + "\",\"generalPractitioner\":[{\"reference\":\"Practitioner/d\"}]}");
            STORE.put("{\"resourceType\":\"Encounter\",\"id\":\"e" + i
                    + "\",\"status\":\"finished\",\"class\":{\"code\":\"AMB\"},\"subject\":{\"reference\":\"Patient/p"
                    + i
                    + "\"}}");
            STORE.put("{\"resourceType\":\"Procedure\",\"id\":\"i" + i
                    + "\",\"status\":\"completed\",\"subject\":{\"reference\":\"Patient/p" + i
                    + "\"},\"encounter\":{\"reference\":\"Encounter/e" + i + "\"}}");
        }
        STORE.put("{\"resourceType\":\"Practitioner\",\"id\":\"d\",\"name\":[{\"family\":\"Ito\"}]}");
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1, Procedure, status=completed&_sort=-date",
        "1, Procedure, patient.general-practitioner.family=Ito",
        "1, Patient, _has:Procedure:patient:status=completed&_sort=family",
        "2, Procedure, _include=Procedure:patient&_include=Procedure:encounter",
        "2, Patient, _revinclude=Procedure:patient&_revinclude=Encounter:patient",
        "2, Procedure, _include=*",
        "3, Procedure, _include:iterate=Procedure:patient&_include:iterate=Patient:general-practitioner",
        "2, Procedure, _total=accurate",
    })
    void doesNotGrowWithTheRows(int expected, String type, String text) {
        assertThat(statements(type, text, 2)).isEqualTo(expected);
        assertThat(statements(type, text, 30)).isEqualTo(expected);
    }

    /** The statements are stopped after some seconds, so an include that reads all for each row does not end well. */
    @Test
    void followsEveryReferenceOfALargePage() {
        for (int i = 0; i < 600; i++) {
            STORE.put("{\"resourceType\":\"Observation\",\"id\":\"o" + i
                    + "\",\"status\":\"final\",\"subject\":{\"reference\":\"Patient/p" + i % 40
                    + "\"},\"performer\":[{\"reference\":\"Practitioner/d\"}]}");
        }
        List<Parameter> everything = List.of(
                new Parameter("_count", "1000"),
                new Parameter("_include", "*"),
                new Parameter("_revinclude", "*"),
                new Parameter("_include:iterate", "*"),
                new Parameter("_revinclude:iterate", "*"));

        SearchPage page = SEARCH.search(TestStore.CLINIC, "Observation", everything);

        assertThat(page.matches()).hasSize(600);
        assertThat(page.included()).hasSize(40 + 40 + 40 + 1);
        assertThat(page.warnings()).isEmpty();
    }

    private static int statements(String type, String text, int count) {
        List<Parameter> parameters = new ArrayList<>();
        for (String pair : (text + "&_count=" + count).split("&", -1)) {
            parameters.add(new Parameter(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1)));
        }
        STATEMENTS.set(0);
        SearchPage page = SEARCH.search(TestStore.CLINIC, type, parameters);
        assertThat(page.matches()).hasSize(count);
        return STATEMENTS.get();
    }
}
