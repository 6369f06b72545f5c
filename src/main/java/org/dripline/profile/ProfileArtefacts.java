package org.dripline.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;

/**
 * The read-only conformance resources inside the jar: StructureDefinitions, ValueSets, CodeSystems (fragments of the
 * large ones too) and Questionnaires, each with an {@code id} that is unique within its type. Immutable.
 */
public final class ProfileArtefacts {
    /** Where the canonical URLs of everything of ours begin. */
    static final String CANONICAL = "https://fhir.dripline.example/";

    private static final String FOLDER = "/fhir-profiles/";

    private final List<byte[]> sources;
    private final List<JsonObject> trees;

    private ProfileArtefacts(List<byte[]> sources) {
        this.sources = List.copyOf(sources);
        this.trees = sources.stream().map(ArtefactReader::readObject).toList();
    }

    /** Reads them by the index that the profile build writes: a folder inside a nested jar cannot be listed. */
    public static ProfileArtefacts load() {
        List<byte[]> sources = new ArrayList<>();
        for (Json name : ((Json.Array) ArtefactReader.read(bytes("generated/index.json"))).items()) {
            sources.add(bytes(((Json.Text) name).value()));
        }
        return new ProfileArtefacts(sources);
    }

    public List<JsonObject> all() {
        return trees;
    }

    List<byte[]> sources() {
        return sources;
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
