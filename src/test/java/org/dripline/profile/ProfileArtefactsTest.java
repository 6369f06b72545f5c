package org.dripline.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published contract is itself good FHIR, and all of it is served. */
class ProfileArtefactsTest {
    private static final Path FOLDER = Path.of("fhir-profiles");

    /** As {@code $validate} tells everybody who asks. */
    @ParameterizedTest
    @MethodSource("names")
    void isValid(String name) throws IOException {
        assertThat(Bodies.check(Files.readString(FOLDER.resolve(name))).issues())
                .filteredOn(issue -> issue.severity().refuses())
                .isEmpty();
    }

    @Test
    void servesEveryFile() throws IOException {
        List<String> files;
        try (Stream<Path> walk = Files.walk(FOLDER, 2)) {
            files = walk.map(path -> FOLDER.relativize(path).toString())
                    .filter(name -> name.matches("generated/[A-Z].*\\.json"))
                    .toList();
        }

        assertThat(names()).containsExactlyInAnyOrderElementsOf(files);
        assertThat(ProfileArtefacts.load().all()).hasSameSizeAs(files);
    }

    @Test
    void namesEveryArtefactOnceWithinItsType() {
        List<String> keys = ProfileArtefacts.load().all().stream()
                .map(tree -> tree.resourceType() + '/' + tree.text("id").orElseThrow())
                .toList();

        assertThat(keys).doesNotHaveDuplicates();
    }

    static Stream<String> names() throws IOException {
        JsonObject index = JsonReader.read(Files.readAllBytes(FOLDER.resolve("generated/index.json")), Limits.DEFAULT);
        return index.items("artefacts").stream().map(name -> ((Json.Text) name).value());
    }
}
