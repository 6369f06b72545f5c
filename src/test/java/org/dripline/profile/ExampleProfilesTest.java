package org.dripline.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.outcome.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published examples mean what their folder says, and a failing one fails for the reason in {@code expected.json}. */
class ExampleProfilesTest {
    private static final Path EXAMPLES = Path.of("fhir-profiles/examples");

    @ParameterizedTest
    @MethodSource("passing")
    void accepts(String name) throws IOException {
        Verdict verdict = Bodies.check(
                ProfileMode.ROUTED, Files.readString(EXAMPLES.resolve("passing").resolve(name)));

        assertThat(verdict.refused()).as("%s", verdict.issues()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("failing")
    void refusesForTheExpectedReason(String name) throws IOException {
        Verdict verdict = Bodies.check(
                ProfileMode.ROUTED, Files.readString(EXAMPLES.resolve("failing").resolve(name)));

        assertThat(verdict.refused()).isTrue();
        assertThat(verdict.malformed()).isFalse();
        assertThat(verdict.issues())
                .filteredOn(issue -> issue.severity().refuses())
                .extracting(Issue::rule)
                .contains(expected().get(name));
    }

    @Test
    void everyFailingExampleHasAReason() throws IOException {
        assertThat(expected().keySet())
                .containsExactlyInAnyOrderElementsOf(failing().toList());
    }

    static Stream<String> passing() throws IOException {
        return names("passing");
    }

    static Stream<String> failing() throws IOException {
        return names("failing");
    }

    private static Stream<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    private static Map<String, String> expected() throws IOException {
        JsonObject expected = ArtefactReader.readObject(Files.readAllBytes(EXAMPLES.resolve("expected.json")));
        return expected.members().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> ((Json.Text) entry.getValue()).value()));
    }
}
