package org.dripline.profile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;

/** The published examples: those that conform, those that are stored with a warning, those that are refused. */
final class Examples {
    private static final Path FOLDER = Path.of("fhir-profiles/examples");

    private Examples() {}

    /**
     * What an example breaks.
     *
     * @param of id of the StructureDefinition whose rule it is
     * @param rule key of the invariant, or the kind of rule, such as {@code binding}
     * @param at FHIRPath of the culprit
     */
    record Expected(String of, String rule, String at) {}

    /** Names with their folder, such as {@code failing/patient-empty-name.json}. */
    static Stream<String> in(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.map(file -> folder + '/' + file.getFileName()).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** By name, for every example that breaks something. */
    static Map<String, Expected> expected() {
        JsonObject file = JsonReader.read(text("expected.json").getBytes(UTF_8), Limits.DEFAULT);
        Map<String, Expected> expected = new TreeMap<>();
        file.members().keySet().forEach(name -> {
            JsonObject each = file.object(name).orElseThrow();
            expected.put(name, new Expected(member(each, "of"), member(each, "rule"), member(each, "at")));
        });
        return expected;
    }

    private static String member(JsonObject object, String name) {
        return object.text(name).orElseThrow(() -> new AssertionError("expected.json lacks " + name + "."));
    }
}
