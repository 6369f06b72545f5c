package org.dripline.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.dripline.engine.TestStore;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Search text, the query it is read as, and the SQL that becomes of it. */
class QueryCompilerTest {
    private static final TestStore TEST = new TestStore();
    private static final QueryParser PARSER =
            new QueryParser(new ValueParser(ZoneOffset.UTC, List.of("http://here/fhir", "http://too/fhir")));

    @AfterAll
    static void close() {
        TEST.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Procedure?patient=7                      # Procedure where patient = */7 count 50",
                "Procedure?patient=Patient/7&status=completed,stopped # Procedure where patient = Patient/7 and"
                        + " status = completed or stopped count 50",
                "Procedure?subject=http://here/fhir/Patient/7 # Procedure where subject = Patient/7 count 50",
                "Procedure?subject=http://too/fhir/Patient/7 # Procedure where subject = Patient/7 count 50",
                "Procedure?subject=http://there/Patient/7 # Procedure where subject = http://there/Patient/7 count 50",
                "Observation?code=http://loinc.org|85354-9 # Observation where code = http://loinc.org|85354-9 count 50",
                "Observation?code=|85354-9                # Observation where code = |85354-9 count 50",
                "Observation?code=http://loinc.org|       # Observation where code = http://loinc.org| count 50",
                "Patient?identifier=a\\,b,c\\|d           # Patient where identifier = a,b or c|d count 50",
                "Procedure?date=ge2026-01&date=lt2026-02-03 # Procedure where date = ge [2026-01-01T00:00Z,"
                        + " 2026-02-01T00:00Z) and date = lt [2026-02-03T00:00Z, 2026-02-04T00:00Z) count 50",
                "Procedure?date=2026-01-05T15:00+01:00    # Procedure where date = eq [2026-01-05T14:00Z,"
                        + " 2026-01-05T14:01Z) count 50",
                "Procedure?date=2026-01-05T15:00:00.5 01:00 # Procedure where date = eq [2026-01-05T14:00:00.500Z,"
                        + " 2026-01-05T14:00:00.600Z) count 50",
                "QuestionnaireResponse?questionnaire=https://x/q|1 # QuestionnaireResponse where questionnaire ="
                        + " https://x/q|1 count 50",
                "Procedure?_sort=-date,_id&_count=5       # Procedure sort date desc, _id count 5",
                "Procedure?_count=5000                    # Procedure count 1000",
            })
    void readsText(String text, String query) {
        assertThat(parse(text)).hasToString(query);
    }

    @Test
    void searchesOnePatientByColumn() {
        assertThat(sql("Procedure?patient=7&date=ge2026-01-05&_sort=-date&_count=20"))
                .isEqualTo("""
                select "fhir"."procedures"."resource_key", "fhir"."procedures"."id", "fhir"."procedures"."version", \
                "fhir"."procedures"."updated_at", "fhir"."resource_versions"."document", \
                "fhir"."procedures"."performed_to" "sort_0" \
                from "fhir"."procedures" join "fhir"."resource_versions" \
                on ("fhir"."resource_versions"."resource_key" = "fhir"."procedures"."resource_key" \
                and "fhir"."resource_versions"."version" = "fhir"."procedures"."version") \
                where ("fhir"."procedures"."patient_id" = '7' \
                and ("fhir"."procedures"."performed_to" > timestamp with time zone '2026-01-06 00:00:00+00:00' \
                or ("fhir"."procedures"."performed_from" >= timestamp with time zone '2026-01-05 00:00:00+00:00' \
                and "fhir"."procedures"."performed_from" < timestamp with time zone '2026-01-06 00:00:00+00:00' \
                and "fhir"."procedures"."performed_to" <= timestamp with time zone '2026-01-06 00:00:00+00:00'))) \
                order by "fhir"."procedures"."performed_to" desc, "fhir"."procedures"."resource_key" asc \
                fetch next 21 rows only""");
    }

    @Test
    void searchesCodingsAndLinksByExists() {
        assertThat(sql("Procedure?code=http://snomed.info/sct|14152002&based-on=CarePlan/c"))
                .contains("""
                where (exists (select 1 "one" from "fhir"."codings" \
                where ("fhir"."codings"."resource_key" = "fhir"."procedures"."resource_key" \
                and "fhir"."codings"."element" = 'Procedure.code' and "fhir"."codings"."code" = '14152002' \
                and "fhir"."codings"."system" = 'http://snomed.info/sct')) \
                and exists (select 1 "one" from "fhir"."links" \
                where ("fhir"."links"."resource_key" = "fhir"."procedures"."resource_key" \
                and "fhir"."links"."element" = 'Procedure.basedOn' and "fhir"."links"."target_id" = 'c' \
                and "fhir"."links"."target_type" = 'CarePlan')))""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Procedure?pateint=7",
                "Procedure?patient:missing=true",
                "Procedure?date=05.01.2026",
                "Procedure?date=2026-13-45",
                "Procedure?date=",
                "Procedure?status=a,,b",
                "Procedure?_count=-1",
                "Procedure?_count=many",
                "Procedure?_sort=code",
                "Procedure?_sort=nothing",
                "Procedure?subject=not a reference",
                "Procedure?subject=Patient/7/_history/2",
                "Procedure?_count=1&_count=2",
            })
    void refusesWhatItDoesNotUnderstand(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(400));
    }

    @Test
    void namesTheNearestParameter() {
        assertThatThrownBy(() -> parse("Procedure?pateint=7"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.issues().getFirst().text())
                                .contains("'pateint'")
                                .contains("Did you mean patient?"));
    }

    @Test
    void boundsValuesAndParameters() {
        String hundred = "a,".repeat(99) + "a";
        assertThat(parse("Procedure?status=" + hundred)).isNotNull();
        assertThatThrownBy(() -> parse("Procedure?status=" + hundred + ",a")).isInstanceOf(Refusal.class);
        String fifty = "status=a&".repeat(49) + "status=a";
        assertThat(parse("Procedure?" + fifty)).isNotNull();
        assertThatThrownBy(() -> parse("Procedure?" + fifty + "&status=a")).isInstanceOf(Refusal.class);
    }

    private static String sql(String text) {
        var select = TEST.search.select(TestStore.CLINIC, parse(text), Instant.EPOCH);
        return TEST.sql().renderInlined(select).replace("offset 0 rows ", "");
    }

    private static Query parse(String text) {
        int mark = text.indexOf('?');
        List<Parameter> parameters = new ArrayList<>();
        for (String pair : text.substring(mark + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            parameters.add(new Parameter(pair.substring(0, equals), pair.substring(equals + 1)));
        }
        return PARSER.parse(TEST.catalog.read(text.substring(0, mark)), parameters);
    }
}
