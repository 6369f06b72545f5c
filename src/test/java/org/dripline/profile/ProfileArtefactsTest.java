package org.dripline.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dripline.document.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published contract is itself good FHIR, and all of it is served. */
class ProfileArtefactsTest {
    private static final Path FOLDER = Path.of("fhir-profiles");

    /** Faults of R4's own Consent and Bundle definitions, which our snapshots repeat. */
    private static final Set<String> OF_R4 = Set.of(
            "The type … is not in the list of allowed type … in the profile …",
            "if identifier.system is 'urn:ietf:rfc:3986', then the identifier.value must be a full URI (e.g. start with"
                    + " a scheme), not '…'");

    @ParameterizedTest
    @MethodSource("checkable")
    void isValid(String name) throws IOException {
        Verdict verdict = Bodies.check(Files.readString(FOLDER.resolve(name)));

        assertThat(verdict.issues())
                .filteredOn(issue -> issue.severity().refuses())
                .filteredOn(issue -> !OF_R4.contains(issue.text()))
                .isEmpty();
    }

    @Test
    void servesEveryFile() throws IOException {
        List<String> files;
        try (Stream<Path> walk = Files.walk(FOLDER, 2)) {
            files = walk.map(path -> FOLDER.relativize(path).toString())
                    .filter(name -> name.matches("(generated|questionnaires|fragments)/[A-Z].*\\.json"))
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

    /** Not the extensions: to check their definitions, the reference validator wants a package from the web. */
    static Stream<String> checkable() throws IOException {
        return names().filter(name -> !isExtension(name));
    }

    private static boolean isExtension(String name) {
        try {
            return Files.readString(FOLDER.resolve(name)).contains("\"type\": \"Extension\",\n  \"baseDefinition\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> names() throws IOException {
        Json index = ArtefactReader.read(Files.readAllBytes(FOLDER.resolve("generated/index.json")));
        return ((Json.Array) index).items().stream().map(name -> ((Json.Text) name).value());
    }
}
