package org.dripline.laws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.dripline.document.Json;
import org.dripline.document.JsonReader;
import org.dripline.document.JsonWriter;
import org.dripline.document.Limits;

/** The least that base R4 accepts of each type: the examples in {@code minimal}, one file for each type. */
final class Minimal {
    private Minimal() {}

    static String of(String type, String id) {
        try (InputStream example = Minimal.class.getResourceAsStream("/minimal/" + type + ".json")) {
            if (example == null) {
                throw new AssertionError("Nobody has said what the least " + type + " is");
            }
            return new String(
                    JsonWriter.bytes(JsonReader.read(example.readAllBytes(), Limits.DEFAULT)
                            .with("id", Json.of(id))),
                    StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
