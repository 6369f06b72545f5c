package org.dripline.profile;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.JsonWriter;
import org.dripline.document.Limits;
import org.dripline.document.XmlReader;
import org.dripline.outcome.Refusal;
import org.dripline.profile.ProfileArtefacts.Source;

/**
 * An operator's own definitions: the files {@code *.json} and {@code *.xml} directly in a folder, each one
 * StructureDefinition, ValueSet or CodeSystem of R4 with an id and a url that nothing else has.
 */
final class ProfileFolder {
    /** More than any guide of a clinic has. */
    static final int MAX_FILES = 1_000;

    private static final Set<String> TYPES = Set.of("StructureDefinition", "ValueSet", "CodeSystem");

    private final IParser parser;

    /** Who has each id within its type, and each url. */
    private final Map<String, String> owners = new HashMap<>();

    private ProfileFolder() {
        parser = FhirContext.forR4Cached().newJsonParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
    }

    /**
     * Reads them in the order of their names.
     *
     * @param shipped what they must not clash with
     * @throws ProfileUnusable for the first that cannot be loaded
     * @throws IOException when the folder cannot be read
     */
    static List<Source> read(Path folder, List<Source> shipped) throws IOException {
        ProfileFolder reader = new ProfileFolder();
        // A NamingSystem has none in R4.
        shipped.stream()
                .filter(source -> source.tree().text("url").isPresent())
                .forEach(source -> reader.own(source.name(), source.tree(), "Dripline's own"));
        List<Source> sources = new ArrayList<>();
        for (Path file : files(folder)) {
            sources.add(reader.read(file));
        }
        return sources;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(file -> isXml(file) || name(file).endsWith(".json"))
                    .sorted()
                    .limit(MAX_FILES + 1L)
                    .toList();
            if (files.size() > MAX_FILES) {
                throw new ProfileUnusable(name(files.getLast()), "is one more than the " + MAX_FILES + " of a folder");
            }
            return files;
        }
    }

    private Source read(Path file) throws IOException {
        String name = name(file);
        JsonObject tree;
        try {
            byte[] bytes = Files.readAllBytes(file);
            tree = isXml(file) ? XmlReader.read(bytes, Limits.DEFAULT) : JsonReader.read(bytes, Limits.DEFAULT);
        } catch (Refusal refusal) {
            String format = isXml(file) ? "XML of FHIR" : "JSON";
            throw new ProfileUnusable(
                    name,
                    "is not " + format + ": " + refusal.issues().getFirst().text());
        }
        if (!TYPES.contains(tree.resourceType())) {
            throw new ProfileUnusable(name, "is no StructureDefinition, ValueSet or CodeSystem");
        }
        byte[] json = JsonWriter.bytes(tree);
        try {
            parser.parseResource(new String(json, StandardCharsets.UTF_8));
        } catch (DataFormatException notFhir) {
            throw new ProfileUnusable(name, "is not FHIR R4: " + notFhir.getMessage());
        }
        if (!tree.text("fhirVersion").orElse("4.0").startsWith("4.0")) {
            throw new ProfileUnusable(name, "is for another version of FHIR than R4 (fhirVersion)");
        }
        own(name, tree, name);
        return new Source(name, json, tree, false);
    }

    /** Refuses an id or a url that is taken. */
    private void own(String name, JsonObject tree, String owner) {
        String id = tree.text("id").orElseThrow(() -> new ProfileUnusable(name, "has no id"));
        String url = tree.text("url").orElseThrow(() -> new ProfileUnusable(name, "has no url"));
        String before = owners.putIfAbsent(url, owner);
        if (before != null) {
            throw new ProfileUnusable(name, "has the url " + url + ", as " + before);
        }
        before = owners.putIfAbsent(tree.resourceType() + "/" + id, owner);
        if (before != null) {
            throw new ProfileUnusable(name, "has the id " + id + ", as another " + tree.resourceType() + ", " + before);
        }
    }

    private static boolean isXml(Path file) {
        return name(file).endsWith(".xml");
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
