package org.dripline.web.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads the examples inside the jar, in the order of their names. */
final class Examples {
    private static final String FOLDER = "classpath:fhir-profiles/examples/";

    private Examples() {}

    static List<Example> load() {
        PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
        try {
            JsonObject expected =
                    read(files.getResource(FOLDER + "expected.json").getContentAsByteArray());
            List<Example> found = new ArrayList<>();
            for (Resource file : files.getResources(FOLDER + "*/*.json")) {
                found.add(example(file, expected));
            }
            found.sort(Comparator.comparing(Example::folder).thenComparing(Example::name));
            return List.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Example example(Resource file, JsonObject expected) throws IOException {
        String name = Objects.requireNonNull(file.getFilename());
        String[] path = file.getURL().getPath().split("/", -1);
        String folder = path[path.length - 2];
        byte[] source = file.getContentAsByteArray();
        Optional<Example.Broken> broken = expected.object(folder + "/" + name)
                .map(rule -> new Example.Broken(Words.of(rule, "of"), Words.of(rule, "rule"), Words.of(rule, "at")));
        return new Example(folder, name, source, read(source), broken);
    }

    private static JsonObject read(byte[] json) {
        return JsonReader.read(json, Limits.DEFAULT);
    }
}
