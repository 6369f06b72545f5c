package org.dripline.profile;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;

/**
 * The read-only conformance resources: inside the jar StructureDefinitions, terminology (of large code systems the codes
 * in use), Questionnaires, SearchParameters, OperationDefinitions and the ImplementationGuide that lists them all; beside
 * them an operator's own. Each has an {@code id} that is unique within its type. Immutable.
 */
public final class ProfileArtefacts {
    /** Where the canonical URLs of everything of ours begin. */
    static final String CANONICAL = "https://fhir.dripline.example/";

    private static final String FOLDER = "/fhir-profiles/";

    private final List<Source> sources;

    /**
     * One of them.
     *
     * @param name of the file, within its folder
     * @param json as HAPI reads it
     * @param tree the same
     * @param shipped inside the jar; else an operator's own
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares sources.
    record Source(String name, byte[] json, JsonObject tree, boolean shipped) {}

    private ProfileArtefacts(List<Source> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Reads them by the index that the profile build writes: a folder inside a nested jar cannot be listed. */
    public static ProfileArtefacts load() {
        List<Source> sources = new ArrayList<>();
        for (Json item : read(bytes("generated/index.json")).items("artefacts")) {
            String name = ((Json.Text) item).value();
            byte[] json = bytes(name);
            sources.add(new Source(name, json, read(json), true));
        }
        return new ProfileArtefacts(sources);
    }

    /**
     * These and an operator's own.
     *
     * @param folder of StructureDefinitions, ValueSets and CodeSystems, as JSON or XML
     * @throws ProfileUnusable for the first that cannot be loaded
     * @throws IOException when the folder cannot be read
     */
    public ProfileArtefacts with(Path folder) throws IOException {
        return new ProfileArtefacts(Stream.concat(sources.stream(), ProfileFolder.read(folder, sources).stream())
                .toList());
    }

    public List<JsonObject> all() {
        return sources.stream().map(Source::tree).toList();
    }

    /** The urls of the profiles of each resource type, in order. */
    public Map<String, List<String>> profiles() {
        return all().stream()
                .filter(tree -> tree.resourceType().equals("StructureDefinition"))
                .filter(tree -> tree.text("kind").orElse("").equals("resource"))
                .filter(tree -> tree.text("derivation").orElse("").equals("constraint"))
                .collect(groupingBy(
                        tree -> tree.text("type").orElse(""),
                        mapping(tree -> tree.text("url").orElse(""), toList())));
    }

    List<Source> sources() {
        return sources;
    }

    private static JsonObject read(byte[] json) {
        return JsonReader.read(json, Limits.DEFAULT);
    }

    private static byte[] bytes(String name) {
        try (InputStream stream = ProfileArtefacts.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IllegalStateException("The jar lacks " + FOLDER + name + ".");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
