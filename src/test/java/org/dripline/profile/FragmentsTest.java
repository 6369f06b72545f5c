package org.dripline.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.junit.jupiter.api.Test;

/** The fragments of LOINC, RxNorm and ICD-10-CM hold what is in use here, and nothing but codes. */
class FragmentsTest {
    private static final List<JsonObject> ALL = ProfileArtefacts.load().all();

    private final Map<String, Set<String>> fragments = fragments();

    @Test
    void holdEveryCodeOfTheDefinitionsAndOfTheExamplesThatPass() {
        Set<String> missing = new HashSet<>();
        Stream.concat(ALL.stream(), Examples.in("passing").map(FragmentsTest::read))
                .forEach(resource -> collectMissing(resource, missing));

        assertThat(fragments).hasSize(3);
        assertThat(missing).isEmpty();
    }

    @Test
    void holdNoNames() {
        assertThat(ALL.stream()
                        .filter(FragmentsTest::isFragment)
                        .flatMap(fragment -> fragment.items("concept").stream())
                        .map(concept -> ((JsonObject) concept).members().keySet()))
                .isNotEmpty()
                .containsOnly(Set.of("code"));
    }

    /** A Coding, or the part of a value set that lists codes of one system. */
    private void collectMissing(Json json, Set<String> missing) {
        if (json instanceof JsonObject object) {
            Set<String> known = fragments.get(object.text("system").orElse(""));
            if (known != null) {
                Stream.concat(Stream.of(object), object.items("concept").stream())
                        .flatMap(each -> ((JsonObject) each).text("code").stream())
                        .filter(code -> !known.contains(code))
                        .forEach(missing::add);
            }
            object.members().values().forEach(each -> collectMissing(each, missing));
        } else if (json instanceof Json.Array array) {
            array.items().forEach(each -> collectMissing(each, missing));
        }
    }

    private static Map<String, Set<String>> fragments() {
        Map<String, Set<String>> codes = new HashMap<>();
        ALL.stream().filter(FragmentsTest::isFragment).forEach(fragment -> {
            Set<String> listed = codes.computeIfAbsent(fragment.text("url").orElseThrow(), url -> new HashSet<>());
            for (Json concept : fragment.items("concept")) {
                listed.add(((JsonObject) concept).text("code").orElseThrow());
            }
        });
        return codes;
    }

    private static boolean isFragment(JsonObject resource) {
        return resource.resourceType().equals("CodeSystem")
                && resource.text("content").orElseThrow().equals("fragment");
    }

    private static JsonObject read(String example) {
        return JsonReader.read(Examples.text(example).getBytes(UTF_8), Limits.DEFAULT);
    }
}
