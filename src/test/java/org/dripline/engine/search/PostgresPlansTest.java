package org.dripline.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dripline.engine.TestDatabase;
import org.dripline.engine.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How PostgreSQL answers the searches that are asked most, among a hundred thousand resources: by its indexes. */
class PostgresPlansTest {
    /** Reading so many rows for one page is no search any more. */
    private static final long MOST_ROWS = 20_000;

    /** Read at once sooner than looked up for each of some hundred keys: the patients, of whom there are 7,500. */
    private static final long SMALL_TABLE = 8_000;

    private static TestStore store;
    private static SearchQueries queries;

    @BeforeAll
    static void fill() {
        store = new TestStore(TestDatabase.POSTGRESQL);
        queries = new SearchQueries(store);
        assertThat(ManyVisits.fill(store)).isGreaterThan(95_000);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient?_id=p-77",
                "Patient?identifier=http://clinic.example/mrn|m77",
                "Patient?identifier=m77",
                "Patient?name=family77",
                "Patient?family=Family777&_sort=birthdate",
                "Patient?_lastUpdated=gt2026-01-01&_sort=-_lastUpdated",
                "Patient?_has:Procedure:patient:based-on=CarePlan/c-77",
                "Patient?_has:Observation:patient:code=http://loinc.org|rare&_count=20",
                "Procedure?patient=p-77",
                "Procedure?patient=p-77&_sort=-date",
                "Procedure?patient=p-77&date=ge2025&date=lt2027",
                "Procedure?status=entered-in-error&_count=20",
                "Procedure?_sort=-date&_count=20",
                "Procedure?code=http://snomed.info/sct|14152002&_sort=-date&_count=20",
                "Procedure?date=2025-12-20",
                "Procedure?encounter=Encounter/e-77",
                "Procedure?based-on=CarePlan/c-77",
                "Procedure?patient.identifier=http://clinic.example/mrn|m77",
                "Procedure?_lastUpdated=gt2026-01-01&_count=20",
                "Observation?patient=p-77&code=http://loinc.org|8867-4&_sort=-date",
                "Observation?code=http://loinc.org|8867-4&date=ge2025-12-20&date=lt2025-12-21",
                "Observation?code=http://loinc.org|8867-4&_sort=-date&_count=20",
                "Observation?code=http://loinc.org|8867-4&_count=20",
                "Observation?code=none&_sort=-date",
                "Observation?code=rare&_sort=-date",
                "Observation?part-of=Procedure/i-77",
                "Observation?category=vital-signs&_sort=-date&_count=20",
                "Observation?patient=p-77&code-value-quantity=8867-4$gt50",
                "MedicationAdministration?context=Encounter/e-77",
                "MedicationAdministration?patient=p-77&_sort=-effective-time",
                "QuestionnaireResponse?patient=p-77&questionnaire=http://clinic.example/phq9",
                "Patient/p-77/Observation?_count=20",
                "Patient/p-77/*?_count=20",
            })
    void usesIndexes(String search) throws JsonProcessingException {
        Plan plan = explain(search);
        assertThat(plan.faults).as(plan.text).isEmpty();
    }

    private static Plan explain(String search) throws JsonProcessingException {
        Query query = queries.parse(search);
        Pages pages = new Pages(store.sql(), new DateConditions(Clock.systemUTC()));
        String statement = store.sql().renderInlined(pages.page(TestStore.CLINIC, query, Instant.now()));
        String json = String.valueOf(store.sql().fetchValue("explain (analyze, timing off, format json) " + statement));
        return new Plan(json);
    }

    /** What was done, and what of it should not have been. */
    private static final class Plan {
        private static final Set<String> SORTS = Set.of("Sort", "Incremental Sort");

        private final String text;
        private final List<String> faults = new ArrayList<>();
        private long rows;

        Plan(String json) throws JsonProcessingException {
            JsonNode whole = new ObjectMapper().readTree(json).get(0);
            text = whole.toPrettyString();
            look(whole.get("Plan"));
            if (rows > MOST_ROWS) {
                faults.add("reads " + rows + " rows");
            }
        }

        private void look(JsonNode node) {
            long loops = node.path("Actual Loops").asLong(1);
            long read = (node.path("Actual Rows").asLong()
                            + node.path("Rows Removed by Filter").asLong())
                    * loops;
            String type = node.get("Node Type").asText();
            if (node.has("Relation Name") || type.startsWith("Bitmap Index")) {
                rows += read;
            }
            if (type.equals("Seq Scan") && read > SMALL_TABLE) {
                faults.add("reads all of " + node.get("Relation Name").asText());
            }
            node.path("Plans").forEach(child -> {
                long sorted = child.path("Actual Rows").asLong()
                        * child.path("Actual Loops").asLong();
                if (SORTS.contains(type) && sorted > MOST_ROWS) {
                    faults.add("sorts " + sorted + " rows");
                }
                look(child);
            });
        }
    }
}
