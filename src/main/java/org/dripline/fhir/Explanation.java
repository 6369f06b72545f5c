package org.dripline.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonWriter;
import org.dripline.engine.search.MatchExplainer.Verdict;

/** The answer of {@code $explain-match} as a Parameters resource. */
final class Explanation {
    private Explanation() {}

    static byte[] bytes(List<Verdict> verdicts) {
        List<Json> parameters = new ArrayList<>();
        parameters.add(value("matches", new Json.Bool(verdicts.stream().allMatch(Verdict::matches))));
        verdicts.forEach(verdict -> parameters.add(parameter(verdict)));
        return JsonWriter.bytes(object(
                Map.entry("resourceType", Json.of("Parameters")), Map.entry("parameter", new Json.Array(parameters))));
    }

    private static Json parameter(Verdict verdict) {
        List<Json> parts = new ArrayList<>();
        parts.add(value("name", verdict.asked().name()));
        parts.add(value("value", verdict.asked().value()));
        parts.add(value("comparison", verdict.comparison()));
        verdict.indexed().forEach(indexed -> parts.add(value("indexed", indexed)));
        parts.add(value("matches", new Json.Bool(verdict.matches())));
        return object(Map.entry("name", Json.of("parameter")), Map.entry("part", new Json.Array(parts)));
    }

    /** FHIR has no empty strings, so an empty one is told by its absence. */
    private static Json value(String name, String text) {
        return text.isEmpty()
                ? object(Map.entry("name", Json.of(name)))
                : object(Map.entry("name", Json.of(name)), Map.entry("valueString", Json.of(text)));
    }

    private static Json value(String name, Json.Bool flag) {
        return object(Map.entry("name", Json.of(name)), Map.entry("valueBoolean", flag));
    }

    @SafeVarargs
    private static JsonObject object(Map.Entry<String, Json>... members) {
        Map<String, Json> ordered = new LinkedHashMap<>();
        for (Map.Entry<String, Json> member : members) {
            ordered.put(member.getKey(), member.getValue());
        }
        return new JsonObject(ordered);
    }
}
