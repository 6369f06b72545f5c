package org.dripline.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dripline.engine.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What becomes of a search: its text, the query it is read as, and the SQL. All of it stands in
 * {@code search/queries.txt}, three lines for each; {@code -Dgolden=write} writes the file anew, to be read
 * before it is committed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenQueriesTest {
    private static final Path FILE = Path.of("src/test/resources/search/queries.txt");

    private final TestStore store = new TestStore();
    private final SearchQueries queries = new SearchQueries(store);

    @AfterAll
    void close() {
        store.close();
    }

    record Golden(String text, String query, String sql) {
        @Override
        public String toString() {
            return text;
        }
    }

    static Stream<Golden> golden() throws IOException {
        return Stream.of(Files.readString(FILE).strip().split("\n\n", -1))
                .map(block -> block.split("\n", 3))
                .map(lines -> new Golden(lines[0], lines.length > 1 ? lines[1] : "", lines.length > 2 ? lines[2] : ""));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void becomes(Golden golden) {
        Query query = queries.parse(golden.text());
        if (!"write".equals(System.getProperty("golden"))) {
            assertThat(query).hasToString(golden.query());
            assertThat(queries.sql(query)).isEqualTo(golden.sql());
        }
    }

    @Test
    void holdsAtLeastFortyQueries() throws IOException {
        List<Golden> all = golden().toList();
        assertThat(all).hasSizeGreaterThanOrEqualTo(40);
        if ("write".equals(System.getProperty("golden"))) {
            StringBuilder file = new StringBuilder();
            for (Golden golden : all) {
                Query query = queries.parse(golden.text());
                file.append(golden.text()).append('\n');
                file.append(query).append('\n');
                file.append(queries.sql(query)).append("\n\n");
            }
            Files.writeString(FILE, file.toString().stripTrailing() + "\n");
        }
    }
}
