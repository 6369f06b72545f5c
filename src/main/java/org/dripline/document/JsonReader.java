package org.dripline.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dripline.outcome.Issue.Place;
import org.dripline.outcome.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON body into the tree, strictly by RFC 8259 and within the limits. Whatever is wrong with the body is a
 * {@link Refusal}; whether it is FHIR is for the validator to say.
 */
public final class JsonReader {
    private static final JsonFactory FACTORY = factory();
    private static final Json NULL = new Json.Null();

    private final JsonParser parser;
    private final Limits limits;

    private JsonReader(JsonParser parser, Limits limits) {
        this.parser = parser;
        this.limits = limits;
    }

    public static JsonObject read(byte[] body, Limits limits) {
        return read(body, limits, JsonReader::root);
    }

    /** Reads any JSON value, such as the array that a JSON Patch is. */
    public static Json readValue(byte[] body, Limits limits) {
        return read(body, limits, JsonReader::anyRoot);
    }

    private interface Root<T> {
        T of(JsonReader reader) throws IOException;
    }

    private static <T> T read(byte[] body, Limits limits, Root<T> root) {
        String text = BodyText.decode(body, limits, "json-utf8");
        try (JsonParser parser = FACTORY.createParser(text)) {
            return root.of(new JsonReader(parser, limits));
        } catch (JsonProcessingException e) {
            // Jackson's own message quotes the body, so only its place is used.
            throw Malformed.structure(
                    "json-syntax",
                    "The body is not JSON here: expected a value, a name in double quotes, a comma or a closing bracket",
                    place(e.getLocation()));
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail to be read", e);
        }
    }

    private JsonObject root() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw syntax("The body must be one JSON object with a resourceType");
        }
        JsonObject root = object(1);
        requireEnd();
        return root;
    }

    private Json anyRoot() throws IOException {
        Json root = value(parser.nextToken(), 0);
        requireEnd();
        return root;
    }

    private void requireEnd() throws IOException {
        if (parser.nextToken() != null) {
            throw syntax("Something follows the end of the JSON; remove it");
        }
    }

    private JsonObject object(int depth) throws IOException {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            checkText(name);
            if (members.containsKey(name)) {
                throw Malformed.structure(
                        "json-duplicate-key",
                        "The " + Malformed.named("name", name)
                                + " occurs twice in one object; send it once, repeating elements as an array",
                        here());
            }
            members.put(name, value(parser.nextToken(), depth));
        }
        return new JsonObject(members);
    }

    private Json.Array array(int depth) throws IOException {
        List<Json> items = new ArrayList<>();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            items.add(value(token, depth));
            token = parser.nextToken();
        }
        return new Json.Array(items);
    }

    private Json value(@Nullable JsonToken token, int depth) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(deeper(depth));
            case START_ARRAY -> array(deeper(depth));
            case VALUE_STRING -> new Json.Text(checkText(parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Numeral(checkNumber(parser.getText()));
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            case VALUE_NULL -> NULL;
            case null, default -> throw syntax("The JSON ends too early");
        };
    }

    private int deeper(int depth) {
        if (depth >= limits.maxDepth()) {
            throw Malformed.structure(
                    "json-depth",
                    "Objects and arrays are nested more than " + limits.maxDepth() + " deep; nest them less",
                    here());
        }
        return depth + 1;
    }

    private String checkText(String text) {
        String fault = Lexemes.textFault(text, limits);
        if (fault != null) {
            throw Malformed.value("json-text", fault, here(), null);
        }
        return text;
    }

    private String checkNumber(String lexeme) {
        String fault = Lexemes.numberFault(lexeme, limits);
        if (fault != null) {
            throw Malformed.value("json-number", fault, here(), null);
        }
        return lexeme;
    }

    private Refusal syntax(String text) {
        return Malformed.structure("json-syntax", text, here());
    }

    private Place here() {
        return place(parser.currentTokenLocation());
    }

    private static Place place(@Nullable JsonLocation location) {
        return location == null
                ? new Place(1, 1)
                : new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    /** Jackson's own limits are off because ours apply; its name table is off because senders choose the names. */
    private static JsonFactory factory() {
        return new JsonFactoryBuilder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(Integer.MAX_VALUE)
                        .maxNumberLength(Integer.MAX_VALUE)
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build())
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .build();
    }
}
