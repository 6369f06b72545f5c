package org.dripline.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.dripline.engine.TestDatabase;
import org.dripline.engine.TestStore;
import org.dripline.engine.search.Parameter;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One statement for a page, and one for where "since" begins, whatever the number of rows; each along an index. */
class HistoryStatementsTest {
    private static final TestStore STORE = new TestStore();
    private static final AtomicInteger STATEMENTS = new AtomicInteger();
    private static final ResourceHistory HISTORY =
            new ResourceHistory(counting(), STORE.store::numbered, ZoneOffset.UTC);

    private static DSLContext counting() {
        ExecuteListener counter = ExecuteListener.onExecuteStart(context -> STATEMENTS.incrementAndGet());
        return DSL.using(STORE.sql().configuration().deriveAppending(counter));
    }

    @BeforeAll
    static void patientsWithVersions() {
        for (int i = 0; i < 400; i++) {
            STORE.put("{\"resourceType\":\"Patient\",\"id\":\"p" + i % 10 + "\"}");
            STORE.put("{\"resourceType\":\"Practitioner\",\"id\":\"d" + i % 10 + "\"}");
        }
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1, '', _count=2",
        "1, '', _count=400",
        "1, Patient, _count=400&_sort=_lastUpdated",
        "1, Patient, _count=2&_sort=_lastUpdated&_page=9",
        "1, Patient/p1, _count=30",
        "1, Patient/p1, _count=30&_at=2999",
        "2, Patient, _count=300&_since=2000-01-01T00:00:00Z",
        "1, Patient, _count=300&_since=2000-01-01T00:00:00Z&_sort=_lastUpdated&_page=9",
        "2, Patient/p1, _count=300&_since=2999-01-01T00:00:00Z&_sort=_lastUpdated",
    })
    void doesNotGrowWithTheRows(int expected, String target, String query) {
        int nobodyShown = query.contains("_since=2999") ? 1 : 0;
        STATEMENTS.set(0);

        HistoryPage page = HISTORY.page(TestStore.CLINIC, target(target), parameters(query));

        assertThat(page.entries().isEmpty()).isEqualTo(nobodyShown == 1);
        assertThat(STATEMENTS.get()).isEqualTo(expected + nobodyShown);
    }

    /** H2 names the index of each table in a plan, and whether it gives the order, so that a page ends the scan. */
    @ParameterizedTest
    @CsvSource({
        "feed_number, '', _count=2",
        "feed_number, '', _sort=_lastUpdated",
        "feed_number, '', _at=2026",
        "changes_type, Patient, _count=2",
        "changes_type, Patient, _sort=_lastUpdated",
        "changes_version, Patient/p1, _count=2",
        "changes_version, Patient/p1, _sort=_lastUpdated",
    })
    void readsAlongAnIndex(String index, String target, String query) {
        assumeThat(TestDatabase.ofThisRun()).isEqualTo(TestDatabase.H2);
        HistoryStatements statements = new HistoryStatements(STORE.sql());
        HistoryQuery asked = HistoryQuery.of(parameters(query), ZoneOffset.UTC);

        String plan = STORE.sql()
                .fetch("explain {0}", statements.page(TestStore.CLINIC, target(target), asked, Window.upTo(800)))
                .getFirst()
                .get(0, String.class);

        assertThat(plan)
                .containsPattern("\"changes\"\\s*/\\* fhir\\." + index)
                .contains("/* index sorted */")
                .doesNotContain("tableScan");
    }

    private static HistoryTarget target(String text) {
        if (text.isEmpty()) {
            return new HistoryTarget.OfSystem();
        }
        String[] parts = text.split("/", -1);
        return parts.length == 1
                ? new HistoryTarget.OfType(parts[0])
                : new HistoryTarget.OfResource(parts[0], parts[1]);
    }

    private static List<Parameter> parameters(String query) {
        return Stream.of(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .map(pair -> new Parameter(pair[0], pair[1]))
                .toList();
    }
}
