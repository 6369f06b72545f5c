package org.dripline.patch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Base64;
import java.util.Collections;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.JsonWriter;
import org.dripline.document.Limits;
import org.dripline.document.XmlReader;
import org.dripline.document.XmlWriter;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** XML Patch (RFC 5261) on resources; the patches stand without their diff element. */
class XmlPatchTest {
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final JsonObject STORED = xml("<Patient xmlns=\"http://hl7.org/fhir\"><id value=\"p\"/>"
            + "<text><status value=\"generated\"/><div xmlns=\"" + XHTML
            + "\"><p>one</p> <p id=\"b\">two<br/>lines</p></div></text>"
            + "<active id=\"a\" value=\"true\"/><name><use value=\"official\"/><family value=\"A\"/><given value=\"G\"/></name>"
            + "<name><use value=\"usual\"/></name><birthDate value=\"2000-01-01\"/>"
            + "<multipleBirthInteger value=\"2\"/></Patient>");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Elements: RFC 5261, A.1, A.3, A.4, A.8, A.13.
                "<add sel='Patient'><gender value='male'/></add> | <birthDate value='2000-01-01'/> | <birthDate value='2000-01-01'/><gender value='male'/>",
                "<add sel='Patient/name[1]' pos='before'><name><text value='n'/></name></add> | <name><use value='official'/> | <name><text value='n'/></name><name><use value='official'/>",
                "<add sel='Patient/name[1]' pos='after'><name><text value='n'/></name></add> | <name><use value='usual'/> | <name><text value='n'/></name><name><use value='usual'/>",
                "<add sel='Patient/name[1]/given' pos='before'>  <given value='F'/>  </add> | <given value='G'/> | <given value='F'/><given value='G'/>",
                "<add sel='Patient/name[2]' pos='prepend'><family value='F'/><given value='X'/></add> | <use value='usual'/> | <use value='usual'/><family value='F'/><given value='X'/>",
                "<replace sel='Patient/birthDate'><birthDate value='2001'/></replace> | <birthDate value='2000-01-01'/> | <birthDate value='2001'/>",
                "<replace sel='Patient/multipleBirthInteger'><multipleBirthBoolean value='true'/></replace> | <multipleBirthInteger value='2'/> | <multipleBirthBoolean value='true'/>",
                "<remove sel='Patient/name[2]'/> | <name><use value='usual'/></name> | ``",
                "<remove sel='Patient/name[2]/use' ws='both'/> | <name><use value='usual'/></name> | ``",
                // Attributes: A.2, A.9, A.14.
                "<add sel='Patient/birthDate' type='@id'>x</add> | <birthDate value | <birthDate id='x' value",
                "<replace sel='Patient/birthDate/@value'>2001-02-03</replace> | 2000-01-01 | 2001-02-03",
                "<replace sel='/Patient/active/@value'>false</replace> | value='true' | value='false'",
                "<remove sel='Patient/active/@id'/> | id='a'  | ``",
                "<remove sel='Patient/birthDate/@value'/> | <birthDate value='2000-01-01'/> | ``",
                // Texts and elements of narratives: A.11, A.16, A.17 and the white space of 4.5.
                "<replace sel='Patient/text/h:div/h:p[1]/text()'>1</replace> | one | 1",
                "<replace sel='Patient/text/h:div/h:p[2]/text()[2]'>x</replace> | lines | x",
                "<remove sel='Patient/text/h:div/h:p[2]/text()[1]'/> | two | ``",
                "<add sel='Patient/text/h:div/h:p[1]'> and <h:b>more</h:b></add> | one | one and <b>more</b>",
                "<remove sel='Patient/text/h:div/h:p[2]' ws='before'/> | ` <p id='b'>two<br/>lines</p>` | ``",
                "<remove sel='Patient/text/h:div/h:p[1]' ws='after'/> | <p>one</p> <p id='b'> | <p id='b'>",
                "<add sel='Patient/text/h:div' type='@xml:lang'>en</add> | xmlns='http://www.w3.org/1999/xhtml'> | xmlns='http://www.w3.org/1999/xhtml' xml:lang='en'>",
                "<remove sel='Patient/text'/> | <text><status value='generated'/><div xmlns='http://www.w3.org/1999/xhtml'><p>one</p> <p id='b'>two<br/>lines</p></div></text> | ``",
                // Conditions and prefixes.
                "<replace sel='f:Patient/f:name[f:use/@value=\"official\"]/f:family/@value'>B</replace> | 'A' | 'B'",
                "<replace sel='*/name[use/@value=\"official\" and family/@value=\"A\"]/family/@value'>B</replace> | 'A' | 'B'",
                "<replace sel='Patient/name[use/@value=\"official\"][1]/family/@value'>B</replace> | 'A' | 'B'",
                "<replace sel='Patient / name [ position() = 1 ] / family / @value'>B</replace> | 'A' | 'B'",
                "<replace sel='Patient/*[@id=\"a\"]/@value'>false</replace> | value='true' | value='false'",
                "<replace sel='Patient/text/h:div/h:p[.=\"one\"]/text()'>1</replace> | one | 1",
                "<add xmlns:q='http://hl7.org/fhir' sel='q:Patient/q:name[2]'><q:text value='t'/></add> | <use value='usual'/> | <use value='usual'/><text value='t'/>",
            })
    void changesTheNodeThatIsSelected(String operation, String before, String after) {
        JsonObject expected = xml(written(STORED).replace(xmlText(before), xmlText(after)));
        for (String root : new String[] {
            "<diff xmlns='http://hl7.org/fhir' xmlns:f='http://hl7.org/fhir' xmlns:h='" + XHTML + "'>OP</diff>",
            "<diff xmlns:h='" + XHTML + "'>OP</diff>",
            "<p:patch xmlns:p='urn:ietf:rfc:7351' xmlns='http://hl7.org/fhir' xmlns:h='" + XHTML + "'>POP</p:patch>",
            "<patch xmlns='urn:ietf:rfc:7351' xmlns:h='" + XHTML + "'>OP</patch>",
        }) {
            String patch = root.replace("POP", operation.replaceAll("<(/?)(add|replace|remove)\\b", "<$1p:$2"))
                    .replace("OP", operation);
            assertThat(apply(STORED, patch)).as(patch).isEqualTo(expected);
        }
    }

    @Test
    void appliesInOrder() {
        String patch = "<diff><remove sel='Patient/name[1]'/><remove sel='Patient/name[1]'/>"
                + "<add sel='Patient'><name><text value='new'/></name></add></diff>";
        assertThat(apply(STORED, patch).items("name")).containsExactly(json("{\"text\":\"new\"}"));
    }

    @Test
    void keepsDigitsAndTheSpellingOfNarratives() {
        JsonObject observation = json(
                "{\"resourceType\":\"Observation\",\"status\":\"final\",\"text\":{\"status\":"
                        + "\"additional\",\"div\":\"<div xmlns='http://www.w3.org/1999/xhtml'>a&nbsp;<!-- c -->b<p></p></div>\"},"
                        + "\"code\":{\"text\":\"c\"},\"valueQuantity\":{\"value\":0.50,\"unit\":\"line\\nline\\r\\t\\\"<&😀\"}}");
        assertThat(apply(observation, "<diff><replace sel='Observation/status/@value'>amended</replace></diff>"))
                .isEqualTo(observation.with("status", Json.of("amended")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<remove sel='Patient/gender'/> | Operation 0 (counted from 0): nothing is at Patient/gender.",
                "<remove sel='Patient/name'/> | Operation 0 (counted from 0): Patient/name selects 2 nodes; narrow it, as by [1].",
                "<remove sel='Patient/name[3]'/> | Operation 0 (counted from 0): nothing is at Patient/name[3].",
                "<remove sel='Patient/name[family/@value=\"Smith\"]'/> | Operation 0 (counted from 0): nothing is at Patient/name[family/@value='…'].",
                "<remove sel='h:Patient' xmlns:h='http://www.w3.org/1999/xhtml'/> | Operation 0 (counted from 0): nothing is at h:Patient.",
                "<remove sel='Patient'/> | Operation 0 (counted from 0): the resource itself cannot be removed; use DELETE.",
                "<add sel='Patient' pos='before'><id value='x'/></add> | Operation 0 (counted from 0): content can be added in or beside an element within the resource only.",
                "<add sel='Patient/active/@id'>x</add> | Operation 0 (counted from 0): content can be added in or beside an element within the resource only.",
                "<add sel='Patient/active' type='@id'>x</add> | Operation 0 (counted from 0): the attribute @id is there already; use replace.",
                "<add sel='Patient/active/@id' type='@id'>x</add> | Operation 0 (counted from 0): only an element has attributes.",
                "<replace sel='Patient/active'>true</replace> | Operation 0 (counted from 0): an element is replaced by exactly one element.",
                "<replace sel='Patient/active'><active value='true'/><active value='true'/></replace> | Operation 0 (counted from 0): an element is replaced by exactly one element.",
                "<remove xmlns:h='http://www.w3.org/1999/xhtml' sel='Patient/text/h:div/h:p[1]' ws='before'/> | Operation 0 (counted from 0): no white space stands beside it, as its ws says.",
            })
    void saysWhyAnOperationDoesNotFit(String operation, String text) {
        Refusal refusal = refusal("<diff>" + operation + "</diff>");
        assertThat(refusal.issues()).extracting(Issue::text).containsExactly(text);
        assertThat(refusal.status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<add sel='Patient'><gendre value='male'/></add> | xml-unknown-element",
                "<add sel='Patient'><active value='true'/></add> | xml-repeated-element",
                "<add sel='Patient'>text</add> | xml-stray-text",
                "<add sel='Patient/birthDate' type='@when'>x</add> | xml-unknown-attribute",
                "<replace sel='Patient/active/@value'>yes</replace> | xml-boolean",
                "<add sel='Patient'><x:gender xmlns:x='urn:x' value='male'/></add> | xml-namespace",
            })
    void refusesWhatIsNoResourceAfterwards(String operation, String rule) {
        Refusal refusal = refusal("<diff>" + operation + "</diff>");
        assertThat(refusal.issues().getFirst().rule()).isEqualTo(rule);
        assertThat(refusal.issues().getFirst().text())
                .startsWith("After the patch: ")
                .doesNotContain("column");
        assertThat(refusal.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<diff>",
                "<diff/><diff/>",
                "<changes/>",
                "<diff>text</diff>",
                "<diff><move sel='Patient'/></diff>",
                "<diff><x:add xmlns:x='urn:x' sel='Patient'/></diff>",
                "<diff><remove/></diff>",
                "<diff><remove sel=''/></diff>",
                "<diff><remove sel='/'/></diff>",
                "<diff><remove sel='//name'/></diff>",
                "<diff><remove sel='Patient//name'/></diff>",
                "<diff><remove sel='Patient/..'/></diff>",
                "<diff><remove sel='Patient/name|Patient/id'/></diff>",
                "<diff><remove sel='id(\"a\")'/></diff>",
                "<diff><remove sel='@id'/></diff>",
                "<diff><remove sel='text()'/></diff>",
                "<diff><remove sel='Patient/comment()'/></diff>",
                "<diff><remove sel='Patient/child::name'/></diff>",
                "<diff><remove sel='Patient/name[0]'/></diff>",
                "<diff><remove sel='Patient/name[-1]'/></diff>",
                "<diff><remove sel='Patient/name[last()]'/></diff>",
                "<diff><remove sel='Patient/name[/Patient/id/@value=\"p\"]'/></diff>",
                "<diff><remove sel='Patient/name[use=usual]'/></diff>",
                "<diff><remove sel='Patient/name[1'/></diff>",
                "<diff><remove sel='Patient/@id/x'/></diff>",
                "<diff><remove sel='Patient/'/></diff>",
                "<diff><remove sel='q:Patient'/></diff>",
                "<diff><remove sel='Patient/active' ws='all'/></diff>",
                "<diff><add sel='Patient/active' pos='inside'/></diff>",
                "<diff><add sel='Patient/active' type='namespace::x'>urn:x</add></diff>",
                "<diff><add sel='Patient/active' type='@id' pos='before'>x</add></diff>",
                "<diff><add sel='Patient/active' type='@id'><b/></add></diff>",
                "<!DOCTYPE diff><diff/>",
                "<!DOCTYPE diff [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><diff><add sel='Patient'>&x;</add></diff>",
                "<diff>&x;</diff>",
                "<diff><add sel='Patient'><x:y/></add></diff>",
            })
    void refusesWhatIsNoPatch(String patch) {
        assertThat(refusal(patch).status()).isEqualTo(400);
    }

    @Test
    void refusesMoreThanTheLimits() {
        String operation = "<replace sel='Patient/active/@value'>true</replace>";
        assertThat(apply(STORED, "<diff>" + operation.repeat(1000) + "</diff>")).isEqualTo(STORED);
        assertThat(refusal("<diff>" + operation.repeat(1001) + "</diff>").status())
                .isEqualTo(413);
        assertThat(refusal("<diff>" + "<a>".repeat(100_000) + "</diff>").status())
                .isEqualTo(400);
        String deep = "<extension url='u'>".repeat(30) + "</extension>".repeat(30);
        assertThat(refusal("<diff><add sel='Patient'>" + deep + "</add></diff>").status())
                .isEqualTo(400);
        assertThat(refusal("<diff><remove sel='Patient/" + "x".repeat(1000) + "'/></diff>")
                        .status())
                .isEqualTo(400);
        byte[] notUtf8 = {'<', 'd', '>', (byte) 0xFF, '<', '/', 'd', '>'};
        assertThat(catchThrowableOfType(Refusal.class, () -> Patch.read(PatchFormat.XML_PATCH, notUtf8, Limits.DEFAULT))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesConditionsThatCostTooMuch() {
        Json name = json("{\"use\":\"usual\",\"family\":\"A\"}");
        JsonObject wide = STORED.without("text").with("name", new Json.Array(Collections.nCopies(12_000, name)));
        String operation = "<replace sel='Patient[.=\"\"]/name[1]/use/@value'>old</replace>";
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> apply(wide, "<diff>" + operation.repeat(1000) + "</diff>"));
        assertThat(refusal.issues().getFirst().rule()).isEqualTo("patch-work");
        assertThat(refusal.status()).isEqualTo(413);
    }

    @Test
    void countsTextsThatCameTogetherAsOne() {
        String patch = "<diff xmlns:h='" + XHTML + "'>"
                + "<remove sel='Patient/text/h:div/h:p[2]/h:br'/>"
                + "<add sel='Patient/text/h:div/h:p[2]' pos='prepend'>a <h:b/> b </add>"
                + "<add sel='Patient/text/h:div/h:p[2]/text()[2]' pos='after'> c</add>"
                + "<replace sel='Patient/text/h:div/h:p[2]/text()[2]'>all</replace></diff>";
        assertThat(written(apply(STORED, patch))).contains("<p id=\"b\">a <b/>all</p>");
    }

    @Test
    void readsAPatchInABinary() {
        String data = Base64.getEncoder().encodeToString("<diff><remove sel='Patient/active'/></diff>".getBytes(UTF_8));
        JsonObject binary =
                json("{\"resourceType\":\"Binary\",\"contentType\":\"application/xml-patch+xml\",\"data\":\"" + data
                        + "\"}");
        assertThat(Patch.ofEntry(binary, Limits.DEFAULT).apply(STORED))
                .isEqualTo(STORED.without("active").without("_active"));
    }

    private static JsonObject apply(JsonObject stored, String patch) {
        JsonObject patched = Patch.read(PatchFormat.XML_PATCH, patch.getBytes(UTF_8), Limits.DEFAULT)
                .apply(stored);
        assertThat(JsonReader.read(JsonWriter.bytes(patched), Limits.DEFAULT)).isEqualTo(patched);
        return patched;
    }

    private static Refusal refusal(String patch) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> apply(STORED, patch));
        assertThat(refusal).as(patch).isNotNull();
        return refusal;
    }

    private static String written(JsonObject resource) {
        return new String(XmlWriter.bytes(resource), UTF_8);
    }

    private static String xmlText(String text) {
        return text.replace('\'', '"');
    }

    private static JsonObject xml(String text) {
        return XmlReader.read(text.getBytes(UTF_8), Limits.DEFAULT);
    }

    private static JsonObject json(String text) {
        return JsonReader.read(text.getBytes(UTF_8), Limits.DEFAULT);
    }
}
