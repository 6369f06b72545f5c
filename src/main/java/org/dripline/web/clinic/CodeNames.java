package org.dripline.web.clinic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dripline.document.JsonObject;

/** What codes are called, as the shipped value sets and code systems say; a code that they lack is shown as it is. */
final class CodeNames {
    private final Map<String, String> names = new HashMap<>();

    /** @param definitions among others, ValueSets and CodeSystems */
    CodeNames(List<JsonObject> definitions) {
        for (JsonObject definition : definitions) {
            concepts(definition)
                    .forEach(concept -> concept.text("code")
                            .ifPresent(code ->
                                    concept.text("display").ifPresent(display -> names.putIfAbsent(code, display))));
        }
    }

    private static Stream<JsonObject> concepts(JsonObject definition) {
        return Stream.concat(
                objects(definition, "concept"),
                definition.object("compose").stream()
                        .flatMap(compose -> objects(compose, "include"))
                        .flatMap(include -> objects(include, "concept")));
    }

    private static Stream<JsonObject> objects(JsonObject parent, String name) {
        return parent.items(name).stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }

    String of(String codeOrText) {
        return names.getOrDefault(codeOrText, codeOrText);
    }
}
