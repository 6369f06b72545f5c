package org.dripline.laws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonWriter;
import org.dripline.document.Limits;
import org.dripline.patch.Patch;
import org.dripline.patch.PatchFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Law 6: a patch changes what it names and nothing else, in whatever form it is written. */
class PatchLawTest {
    private static final Json NEW = Json.of("new");

    @ParameterizedTest
    @MethodSource("org.dripline.laws.Laws#types")
    void replacesOneLeafAndLeavesAllOthers(String type) {
        for (int seed = 0; seed < Laws.SEEDS; seed++) {
            JsonObject document = GeneratedResource.of(type, seed);
            Map<String, Json> leaves = leaves(document);
            String pointer = one(List.copyOf(leaves.keySet()), seed);
            Json old = leaves.put(pointer, NEW);

            JsonObject patched = json(document, operation("replace", pointer, NEW));
            assertThat(leaves(patched)).as("%s of seed %d", type, seed).isEqualTo(leaves);
            assertThat(json(document, operation("replace", pointer, NEW), operation("test", pointer, NEW)))
                    .isEqualTo(patched);
            assertThat(json(patched, operation("replace", pointer, old))).isEqualTo(document);
        }
        Laws.report("Patch (one leaf)", type, Laws.SEEDS);
    }

    @ParameterizedTest
    @MethodSource("org.dripline.laws.Laws#types")
    void takesBackWhatItAdded(String type) {
        for (int seed = 0; seed < Laws.SEEDS; seed++) {
            JsonObject document = GeneratedResource.of(type, seed);
            ElementPlace place = one(ElementPlace.in(document), seed);
            Json removed = find(document, place.pointer());

            assertThat(json(
                            document,
                            operation("remove", place.pointer(), null),
                            operation("test", "/id", Json.of("g" + seed)),
                            operation("add", place.pointer(), removed),
                            operation("test", place.pointer(), removed)))
                    .as("%s of seed %d at %s", type, seed, place)
                    .isEqualTo(document);
        }
        Laws.report("Patch (inverse)", type, Laws.SEEDS);
    }

    /** JSON Patch, XML Patch and FHIRPath Patch share no code that finds a place. */
    @ParameterizedTest
    @MethodSource("org.dripline.laws.Laws#types")
    void removesTheSameInEveryForm(String type) {
        for (int seed = 0; seed < Laws.SEEDS; seed++) {
            JsonObject document = GeneratedResource.of(type, seed);
            ElementPlace place = one(ElementPlace.in(document), seed);

            JsonObject byPath = apply(PatchFormat.FHIRPATH_JSON, parameters(place.fhirPath()), document);
            JsonObject byXml =
                    apply(PatchFormat.XML_PATCH, "<diff><remove sel=\"" + place.selector() + "\"/></diff>", document);
            assertThat(byPath)
                    .as("%s of seed %d at %s", type, seed, place)
                    .isEqualTo(byXml)
                    .isNotEqualTo(document);
            if (!place.paired()) {
                assertThat(json(document, operation("remove", place.pointer(), null)))
                        .as("%s of seed %d at %s", type, seed, place)
                        .isEqualTo(byPath);
            }
        }
        Laws.report("Patch (three forms)", type, Laws.SEEDS);
    }

    private static JsonObject json(JsonObject document, String... operations) {
        return apply(PatchFormat.JSON_PATCH, "[" + String.join(",", operations) + "]", document);
    }

    private static JsonObject apply(PatchFormat format, String patch, JsonObject document) {
        return Patch.read(format, patch.getBytes(UTF_8), Limits.DEFAULT).apply(document);
    }

    private static String operation(String op, String pointer, @Nullable Json value) {
        JsonObject operation = JsonObject.EMPTY.with("op", Json.of(op)).with("path", Json.of(pointer));
        return text(value == null ? operation : operation.with("value", value));
    }

    private static String parameters(String path) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"operation\",\"part\":["
                + "{\"name\":\"type\",\"valueCode\":\"delete\"},{\"name\":\"path\",\"valueString\":"
                + text(Json.of(path)) + "}]}]}";
    }

    private static String text(Json json) {
        return new String(JsonWriter.bytes(json), UTF_8);
    }

    private static <T> T one(List<T> choices, int seed) {
        return choices.get(new Random(seed).nextInt(choices.size()));
    }

    private static Json find(Json json, String pointer) {
        Json found = json;
        for (String token : pointer.substring(1).split("/", -1)) {
            found = found instanceof Json.Array array
                    ? array.items().get(Integer.parseInt(token))
                    : Objects.requireNonNull(((JsonObject) found).get(token));
        }
        return found;
    }

    /** Every string, number, boolean and null by its pointer, but what a patch may not change. */
    private static Map<String, Json> leaves(JsonObject document) {
        Map<String, Json> leaves = new LinkedHashMap<>();
        collect(document, "", leaves);
        List.of("/resourceType", "/id", "/meta/versionId", "/meta/lastUpdated").forEach(leaves::remove);
        return leaves;
    }

    private static void collect(Json json, String pointer, Map<String, Json> to) {
        switch (json) {
            case JsonObject object ->
                object.members().forEach((name, value) -> collect(value, pointer + "/" + name, to));
            case Json.Array array -> {
                for (int i = 0; i < array.items().size(); i++) {
                    collect(array.items().get(i), pointer + "/" + i, to);
                }
            }
            default -> to.put(pointer, json);
        }
    }
}
