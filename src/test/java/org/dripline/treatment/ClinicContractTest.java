package org.dripline.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.treatment.Records.course;
import static org.dripline.treatment.Records.dose;
import static org.dripline.treatment.Records.inCourse;
import static org.dripline.treatment.Records.infusion;
import static org.dripline.treatment.Records.numbered;
import static org.dripline.treatment.Records.performed;
import static org.dripline.treatment.Records.pressure;
import static org.dripline.treatment.Records.reading;
import static org.dripline.treatment.Records.score;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dripline.engine.TestDatabase;
import org.dripline.engine.TestStore;
import org.dripline.engine.store.Database;
import org.dripline.engine.store.DatabaseFolder;
import org.jooq.Field;
import org.jooq.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the views promise for every column: a comment, a unit, and numbers that any program can print. */
class ClinicContractTest {
    private static final String JANUARY = "\"start\":\"2026-01-01\",\"end\":\"2026-01-31\"";
    private static final String FIRST = performed("2026-01-05T14:00:00Z", "2026-01-05T14:40:00Z");

    private final TestStore test = new TestStore();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void explainsEveryView() {
        assertThat(views())
                .isNotEmpty()
                .allSatisfy(
                        view -> assertThat(view.getComment()).as(view.getName()).isNotEmpty());
    }

    @Test
    void saysOfEveryColumnWhereItComesFrom() {
        Map<String, String> notes = notes();
        assertThat(columns())
                .isNotEmpty()
                .allSatisfy(column -> assertThat(notes.get(name(column)))
                        .as(column.toString())
                        .containsPattern("[A-Z][A-Za-z]+[.][a-z]+"));
    }

    @Test
    void beginsTheCommentOfANumberWithItsUnit() {
        Map<String, String> notes = notes();
        assertThat(columns())
                .filteredOn(column -> Number.class.isAssignableFrom(column.getType()))
                .isNotEmpty()
                .allSatisfy(column -> assertThat(notes.get(name(column)))
                        .as(column.toString())
                        .containsPattern("^[^;.]+; "));
    }

    /** What is told of the columns must come along. */
    @Test
    void keepsTheNotesInABackup(@TempDir Path original, @TempDir Path restored) {
        Assumptions.assumeTrue(TestDatabase.ofThisRun() == TestDatabase.H2);
        Database.inFolder(original).close();
        Path backup = original.resolve("backup.zip");
        new DatabaseFolder(original).backup(backup);
        new DatabaseFolder(restored).restore(backup);
        try (Database database = Database.inFolder(restored)) {
            assertThat(notes(database)).isEqualTo(notes()).isNotEmpty();
        }
    }

    /** As they are after the database was closed and opened again. */
    private Map<String, String> notes() {
        if (TestDatabase.ofThisRun() != TestDatabase.H2) {
            return notes(test.database());
        }
        Database.inFolder(folder).close();
        try (Database again = Database.inFolder(folder)) {
            return notes(again);
        }
    }

    private static Map<String, String> notes(Database database) {
        return database.sql().fetch("select view_name, column_name, note from clinic.column_note").stream()
                .collect(Collectors.toMap(
                        row -> row.get(0, String.class) + '.' + row.get(1, String.class),
                        row -> row.get(2, String.class)));
    }

    private static String name(Field<?> column) {
        return column.getQualifiedName().unquotedName().toString().replaceFirst(".*?clinic\\.", "");
    }

    private List<Table<?>> views() {
        return test.sql().meta().getSchemas("clinic").stream()
                .flatMap(schema -> schema.getTables().stream())
                .toList();
    }

    private List<Field<?>> columns() {
        return views().stream()
                .filter(view ->
                        !view.getName().startsWith("helper") && !view.getName().equals("column_note"))
                .<Field<?>>flatMap(view -> Stream.of(view.fields()))
                .toList();
    }

    /** H2 prints a number without scale, and a zero of more than six decimals, with an exponent. */
    @Test
    void givesEveryNumberAScaleThatPrintsPlainly() {
        assertThat(rows("""
                select c.table_name, c.column_name, c.data_type, c.numeric_scale from information_schema.columns c
                where c.table_schema = 'clinic' and c.table_name not like 'helper%' and c.numeric_precision is not null
                  and (lower(c.data_type) not in ('numeric', 'integer', 'bigint') or c.numeric_scale > 6)""")).isEmpty();
    }

    @Test
    void showsAbsurdNumbersOfADoseAsEmpty() {
        put(course("c", JANUARY), inCourse("i", "completed", FIRST));
        for (String absurd : List.of("1e300", "-1e300", "999999999999.99999")) {
            put(dose("a", "i", absurd + " mg", absurd + " kg").replace("\"dosage\":{", """
                    "dosage":{"rateQuantity":{"value":%s,"code":"g/min"},""".formatted(absurd)));
            assertThat(rows("""
                    select id, dose_mg, dosing_weight_kg, computed_dose_mg_per_kg, rate_value, rate_mg_per_min, status
                    from clinic.dose""")).containsExactly("a - - - - - completed");
            assertThat(rows("""
                    select id, dose_mg, dosing_weight_kg, computed_dose_mg_per_kg, minutes
                    from clinic.infusion""")).containsExactly("Procedure/i - - - 40.00");
        }
        put(dose("a", "i", "1e-60 mg", "1e-60 kg"));
        assertThat(rows("select dose_mg, dosing_weight_kg, computed_dose_mg_per_kg from clinic.infusion"))
                .containsExactly("0.0000 0.0000 -");
        put(dose("a", "i", "40 mg", "0 kg"));
        assertThat(rows("select dose_mg, dosing_weight_kg, computed_dose_mg_per_kg from clinic.infusion"))
                .containsExactly("40.0000 0.0000 -");
    }

    @Test
    void leavesAbsurdReadingsOutOfTheWorstOfAnInfusion() {
        put(course("c", JANUARY), inCourse("i", "completed", FIRST));
        put(pressure("bp", "final", "Procedure/i", 152, 90), reading("heart", "88 /min", "8867-4"));
        put(pressure("bp-2", "final", "Procedure/i", 777, 666)
                .replace("777", "1e300")
                .replace("666", "1e300"));
        put(reading("heart-2", "1e300 /min", "8867-4"), reading("saturation", "-1e300 %", "59408-5"));
        put(reading("fever", "1e300 [degF]", "8310-5"), reading("height", "999999999.99999 m", "8302-2"));
        assertThat(rows("""
                select highest_systolic_mmhg, highest_diastolic_mmhg, highest_heart_rate_per_min, lowest_spo2_percent
                from clinic.infusion""")).containsExactly("152.0000 90.0000 88.0000 -");
        assertThat(rows("select id, systolic_mmhg, diastolic_mmhg, value_number from clinic.vital_sign order by id"))
                .containsExactly(
                        "bp 152.0000 90.0000 -",
                        "bp-2 - - -",
                        "fever - - -",
                        "heart - - 88.0000",
                        "heart-2 - - -",
                        "height - - 99999999999.9990",
                        "saturation - - -");
    }

    @Test
    void takesTheLastScoreThatIsANumberOfPoints() {
        put(course("c", JANUARY), inCourse("i", "completed", FIRST));
        put(score("s", "2026-01-04T13:40:00Z", "44261-6", 21));
        put(score("absurd", "2026-01-05T13:40:00Z", "44261-6", 777).replace("777", "1e300"));
        assertThat(rows("select id, total from clinic.score order by id")).containsExactly("absurd -", "s 21.0000");
        assertThat(rows("select phq9_before from clinic.infusion")).containsExactly("21.0000");
    }

    @Test
    void showsAnAbsurdAnswerAsEmpty() {
        put("""
                {"resourceType":"QuestionnaireResponse","id":"q","status":"completed","subject":{"reference":"Patient/p"},
                 "item":[{"linkId":"a","answer":[{"valueDecimal":1e300}]},{"linkId":"b","answer":[{"valueDecimal":3}]}]}""");
        assertThat(rows("select seq, answer_value from clinic.answer order by seq"))
                .containsExactly("0 -", "1 3.0000");
    }

    @Test
    void countsInWholeNumbersOnly() {
        for (String absurd : List.of("1e300", "-1", "2147483648", "1.5")) {
            put(course("c", JANUARY).replace("Int\":1", "Int\":" + absurd).replace("Int\":6", "Int\":" + absurd));
            put(infusion("i", "completed", FIRST, numbered(777)).replace("777", absurd));
            assertThat(rows("select course_number, planned_infusions, infusions_done from clinic.course"))
                    .containsExactly("- - 1");
            assertThat(rows("select course_id, infusion_number from clinic.infusion"))
                    .containsExactly("c -");
        }
        put(infusion("i", "completed", FIRST, numbered(2147483647)));
        assertThat(rows("select infusion_number from clinic.infusion")).containsExactly("2147483647");
    }

    private void put(String... documents) {
        for (String document : documents) {
            test.put(document);
        }
    }

    private List<String> rows(String query) {
        return ClinicViews.rows(test.sql(), query);
    }
}
