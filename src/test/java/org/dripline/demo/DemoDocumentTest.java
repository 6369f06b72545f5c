package org.dripline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dripline.engine.TestStore;
import org.dripline.treatment.ClinicViews;
import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The demo's document says what its statements give, from the first day of a week to the last. To write the rows anew,
 * run this test with {@code -Dgolden=write}.
 */
class DemoDocumentTest {
    private static final Path FILE = Path.of("src/docs/demo.md");
    private static final Pattern STATEMENT = Pattern.compile("```sql\n(.*?)```\n```text\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23", "2027-02-28"})
    void saysWhatTheStatementsGive(LocalDate today) throws IOException {
        String written = Files.readString(FILE);
        try (TestStore test = new TestStore()) {
            DemoData.load(today, bundle -> test.store.write(TestStore.CLINIC, DemoWrites.of(bundle)));
            String found = answered(test.sql(), written);
            if ("write".equals(System.getProperty("golden"))) {
                Files.writeString(FILE, found);
                return;
            }
            assertThat(found).isEqualTo(written);
        }
    }

    private static String answered(DSLContext sql, String document) {
        return STATEMENT.matcher(document).replaceAll(statement -> {
            List<String> rows = ClinicViews.rows(sql, statement.group(1));
            assertThat(rows).as(statement.group(1)).isNotEmpty();
            return Matcher.quoteReplacement(
                    "```sql\n" + statement.group(1) + "```\n```text\n" + String.join("\n", rows) + "\n```");
        });
    }
}
