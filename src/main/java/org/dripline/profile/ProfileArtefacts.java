package org.dripline.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;

/**
 * The read-only conformance resources inside the jar: StructureDefinitions, terminology (of large code systems the
 * codes in use), Questionnaires, SearchParameters, OperationDefinitions and the ImplementationGuide that lists them all,
 * each with an {@code id} that is unique within its type. Immutable.
 */
public final class ProfileArtefacts {
    /** Where the canonical URLs of everything of ours begin. */
    static final String CANONICAL = "https://fhir.dripline.example/";

    private static final String FOLDER = "/fhir-profiles/";

    private final List<byte[]> sources;
    private final List<JsonObject> trees;

    private ProfileArtefacts(List<byte[]> sources) {
        this.sources = List.copyOf(sources);
        this.trees = sources.stream().map(ProfileArtefacts::read).toList();
    }

    /** Reads them by the index that the profile build writes: a folder inside a nested jar cannot be listed. */
    public static ProfileArtefacts load() {
        List<byte[]> sources = new ArrayList<>();
        for (Json name : read(bytes("generated/index.json")).items("artefacts")) {
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
