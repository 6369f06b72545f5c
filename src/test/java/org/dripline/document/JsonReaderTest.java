package org.dripline.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {
    private static final Limits SMALL = new Limits(1000, 5, 10, 20, 100);

    @Test
    void keepsNumbersNullsAndOrder() {
        JsonObject read =
                read("{\"b\":[null,\"x\"],\"a\":{\"n\":0.50,\"e\":1.0e3,\"t\":true},\"c\":\"\\ud83d\\ude00\"}");

        assertThat(read.members().keySet()).containsExactly("b", "a", "c");
        assertThat(read.items("b")).containsExactly(new Json.Null(), Json.of("x"));
        assertThat(read.object("a").orElseThrow().get("n")).isEqualTo(new Json.Numeral("0.50"));
        assertThat(read.object("a").orElseThrow().get("e")).isEqualTo(new Json.Numeral("1.0e3"));
        assertThat(read.text("c")).contains("😀");
    }

    @Test
    void readsAnyValueWhenAsked() {
        assertThat(JsonReader.readValue("[1,[0.50]]".getBytes(UTF_8), SMALL))
                .isEqualTo(new Json.Array(
                        List.of(new Json.Numeral("1"), new Json.Array(List.of(new Json.Numeral("0.50"))))));
        assertThat(catchThrowableOfType(Refusal.class, () -> JsonReader.readValue("[] 1".getBytes(UTF_8), SMALL)))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        Refusal.class, () -> JsonReader.readValue("[[[[[[]]]]]]".getBytes(UTF_8), SMALL)))
                .isNotNull();
    }

    @Test
    void skipsAByteOrderMark() {
        assertThat(read("\uFEFF{}")).isEqualTo(JsonObject.EMPTY);
    }

    @Test
    void keepsTheReplacementCharacterThatWasSent() {
        assertThat(read("{\"a\":\"\uFFFD\"}").text("a")).contains("\uFFFD");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "``|json-syntax",
                "{|json-syntax",
                "{\"a\":|json-syntax",
                "{\"a\":1|json-syntax",
                "{\"a\":\"x|json-syntax",
                "{\"a\":[1,|json-syntax",
                "{\"a\":[1 2]}|json-syntax",
                "{} {}|json-syntax",
                "{} x|json-syntax",
                "[]|json-syntax",
                "1|json-syntax",
                "null|json-syntax",
                "{'a':1}|json-syntax",
                "{a:1}|json-syntax",
                "{\"a\":1,}|json-syntax",
                "{\"a\":NaN}|json-syntax",
                "{\"a\":-Infinity}|json-syntax",
                "{\"a\":01}|json-syntax",
                "{\"a\":+1}|json-syntax",
                "{\"a\":.5}|json-syntax",
                "{\"a\":5.}|json-syntax",
                "{/* no */}|json-syntax",
                "{\"a\":\"\\x\"}|json-syntax",
                "{\"a\":1,\"a\":1}|json-duplicate-key",
                "{\"a\":1,\"\\u0061\":1}|json-duplicate-key",
                "{\"a\":\"\\u0000\"}|json-text",
                "{\"a\\u0001\":\"\"}|json-text",
                "{\"a\":\"\\u000b\"}|json-text",
                "{\"a\":\"\\uffff\"}|json-text",
                "{\"a\":\"\\ud800\"}|json-text",
                "{\"a\":\"\\ud800x\"}|json-text",
                "{\"a\":\"\\udc00\\ud800\"}|json-text",
                "{\"a\":12345678901}|json-number",
                "{\"a\":1e21}|json-number",
                "{\"a\":1e-0021}|json-number",
                "{\"a\":[[[[[1]]]]]}|json-depth",
            })
    void refuses(String body, String rule) {
        assertThat(refusal(body.getBytes(UTF_8)).rule()).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"1234567890", "1e20", "1e-20", "-0.00", "[[[[1]]]]"})
    void acceptsWhatIsAtTheLimit(String value) {
        assertThat(JsonReader.read(("{\"a\":" + value + "}").getBytes(UTF_8), SMALL)
                        .members())
                .containsKey("a");
    }

    @Test
    void refusesRawControlCharacters() {
        assertThat(refusal("{\"a\":\"\u0000\"}".getBytes(UTF_8)).rule()).isEqualTo("json-syntax");
    }

    @Test
    void refusesTextOverTheLimit() {
        String longest = "x".repeat(100);
        assertThat(JsonReader.read(("{\"a\":\"" + longest + "\"}").getBytes(UTF_8), SMALL)
                        .text("a"))
                .contains(longest);
        assertThat(refusal(("{\"a\":\"x" + longest + "\"}").getBytes(UTF_8)).rule())
                .isEqualTo("json-text");
    }

    @Test
    void refusesABodyOverTheLimitAs413() {
        byte[] body = ("{}" + " ".repeat(999)).getBytes(UTF_8);
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> JsonReader.read(body, SMALL));
        assertThat(refusal.status()).isEqualTo(413);
        assertThat(JsonReader.read(("{}" + " ".repeat(998)).getBytes(UTF_8), SMALL))
                .isEqualTo(JsonObject.EMPTY);
    }

    @Test
    void refusesDeepNestingCheaply() {
        byte[] body = ("{\"a\":" + "[".repeat(1_000_000)).getBytes(UTF_8);
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> JsonReader.read(body, Limits.DEFAULT));
        assertThat(refusal.issues().getFirst().rule()).isEqualTo("json-depth");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        List<byte[]> bodies = List.of(
                "{\"a\":\"ä\"}".getBytes(ISO_8859_1),
                bytes(0xC0, 0x80), // overlong NUL
                bytes(0xED, 0xA0, 0x80), // an encoded surrogate
                bytes(0xF4, 0x90, 0x80, 0x80), // beyond U+10FFFF
                bytes(0xE2, 0x82)); // cut short
        assertThat(bodies).allSatisfy(body -> assertThat(refusal(body).rule()).isEqualTo("json-utf8"));
    }

    @Test
    void saysWhereAndNeverQuotesValues() {
        Issue issue = refusal("{\n  \"a\": 1,\n  \"name\": Smith}".getBytes(UTF_8));
        assertThat(issue.findPlace().orElseThrow().line()).isEqualTo(3);
        assertThat(issue.text()).contains("line 3").doesNotContain("Smith");

        assertThat(refusal("{\"family\":1,\n\"family\":2}".getBytes(UTF_8)).text())
                .contains("\"family\"");
        assertThat(refusal("{\"Ann Smith\":1,\n\"Ann Smith\":2}".getBytes(UTF_8))
                        .text())
                .doesNotContain("Smith");
    }

    @Property
    void anyBytesAreReadOrRefused(@ForAll @Size(max = 60) byte[] body) {
        try {
            JsonReader.read(body, SMALL);
        } catch (Refusal expected) {
            assertThat(expected.issues()).isNotEmpty();
        }
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static Issue refusal(byte[] body) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> JsonReader.read(body, SMALL));
        assertThat(refusal).as("not refused").isNotNull();
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.issues().getFirst().findPlace()).isPresent();
        return refusal.issues().getFirst();
    }

    private static JsonObject read(String body) {
        return JsonReader.read(body.getBytes(UTF_8), Limits.DEFAULT);
    }
}
