package org.dripline.durability;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;

/** Procedures of about 1.5 kB that hardly compress, each marked with the token of the transaction that wrote it. */
final class Documents {
    /** Of the identifiers that are marks. */
    static final String MARKS = "urn:example:write";

    private static final int NOTE_BYTES = 750;

    private Documents() {}

    static JsonObject procedure(String id, String token) {
        String json = """
                {"resourceType":"Procedure","id":"%s",
                 "identifier":[{"system":"%s","value":"%s"}],
                 "status":"completed","subject":{"reference":"Patient/p1"},
                 "code":{"coding":[{"system":"http://snomed.info/sct","code":"14152002"}]},
                 "performedPeriod":{"start":"2026-01-05T14:00:00Z","end":"2026-01-05T14:40:00Z"},
                 "note":[{"text":"%s"}]}""".formatted(id, MARKS, token, note(token));
        return JsonReader.read(json.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
    }

    private static String note(String token) {
        byte[] noise = new byte[NOTE_BYTES];
        new Random(token.hashCode()).nextBytes(noise);
        return Base64.getEncoder().encodeToString(noise);
    }

    /** The token that {@link #procedure} put in. */
    static String token(byte[] document) {
        JsonObject procedure = JsonReader.read(document, Limits.DEFAULT);
        JsonObject identifier = (JsonObject) procedure.items("identifier").getFirst();
        return identifier.text("value").orElseThrow();
    }
}
