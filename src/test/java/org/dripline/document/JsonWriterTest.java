package org.dripline.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void readingWhatWasWrittenGivesTheSame(@ForAll("objects") JsonObject object) {
        assertThat(JsonReader.read(JsonWriter.bytes(object), Limits.DEFAULT)).isEqualTo(object);
        assertThat(JsonReader.read(JsonWriter.pretty(object), Limits.DEFAULT)).isEqualTo(object);
    }

    @Test
    void writesCompactAndPretty() {
        String body = "{\"a\":[1.0,{\"b\":\"\\\"\\u000bé\\n\"}],\"c\":{},\"d\":[],\"e\":null}";
        // Read past the reader, which refuses control characters.
        JsonObject object = JsonReader.read(body.replace("\\u000b", "").getBytes(UTF_8), Limits.DEFAULT);

        assertThat(new String(JsonWriter.bytes(object), UTF_8)).isEqualTo(body.replace("\\u000b", ""));
        assertThat(new String(JsonWriter.bytes(Json.of("\u000b")), UTF_8)).isEqualTo("\"\\u000b\"");
        assertThat(new String(JsonWriter.pretty(object), UTF_8)).isEqualTo("""
                {
                  "a": [
                    1.0,
                    {
                      "b": "\\"é\\n"
                    }
                  ],
                  "c": {},
                  "d": [],
                  "e": null
                }""");
    }

    @Provide
    Arbitrary<JsonObject> objects() {
        Arbitrary<Json> leaves = Arbitraries.oneOf(
                Texts.any().map(Json::of),
                Texts.numbers().map(Json.Numeral::new),
                Arbitraries.of(true, false).map(Json.Bool::new),
                Arbitraries.just(new Json.Null()));
        Arbitrary<Json> values =
                Arbitraries.recursive(() -> leaves, inner -> Arbitraries.oneOf(array(inner), object(inner)), 0, 4);
        return object(values).map(JsonObject.class::cast);
    }

    private static Arbitrary<Json> array(Arbitrary<Json> items) {
        return items.list().ofMaxSize(3).map(Json.Array::new);
    }

    private static Arbitrary<Json> object(Arbitrary<Json> values) {
        Arbitrary<Map<String, Json>> members =
                Arbitraries.maps(Texts.any(), values).ofMaxSize(3);
        return members.map(JsonObject::new);
    }
}
