package org.dripline.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {
    private static final Limits SMALL = new Limits(4000, 5, 10, 20, 100);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "<active value='true'>|xml-syntax",
                "<active value='true'/></Patient><Patient>|xml-syntax",
                "<active value='&x;'/>|xml-syntax",
                "<birthDate value='&#1;'/>|xml-syntax",
                "<birthDate value='a' value='b'/>|xml-syntax",
                "<f:active value='true'/>|xml-syntax",
                "text|xml-stray-text",
                "<name>Ann</name>|xml-stray-text",
                "<active>true</active>|xml-stray-text",
                "<nickname value='x'/>|xml-unknown-element",
                "<id id='x'><value/></id>|xml-unknown-element",
                "<name><id value='x'/></name>|xml-unknown-element",
                "<extension><url value='x'/></extension>|xml-unknown-element",
                "<extension url='x'><valueExtension/></extension>|xml-unknown-element",
                "<managingOrganizationResource/>|xml-unknown-element",
                "<contained><Nothing/></contained>|xml-unknown-element",
                "<active val='true'/>|xml-unknown-attribute",
                "<name value='x'/>|xml-unknown-attribute",
                "<name xmlns:x='urn:x' x:id='x'/>|xml-unknown-attribute",
                "<contained id='x'><Basic/></contained>|xml-unknown-attribute",
                "<active value='true'/><active value='true'/>|xml-repeated-element",
                "<contained><Basic/><Basic/></contained>|xml-repeated-element",
                "<contained/>|xml-missing-resource",
                "<active value='TRUE'/>|xml-boolean",
                "<active value=''/>|xml-boolean",
                "<multipleBirthInteger value='+1'/>|xml-number",
                "<multipleBirthInteger value=' 1'/>|xml-number",
                "<multipleBirthInteger value='01'/>|xml-number",
                "<multipleBirthInteger value=''/>|xml-number",
                "<multipleBirthInteger value='12345678901'/>|xml-number",
                "<extension url='x'><valueDecimal value='1e21'/></extension>|xml-number",
                "<extension url='x'><valueDecimal value='.5'/></extension>|xml-number",
                "<extension url='x'><valueDecimal value='NaN'/></extension>|xml-number",
                "<active xmlns='urn:x' value='true'/>|xml-namespace",
                "<nickname xmlns='urn:x' value='true'/>|xml-namespace",
                "<text><div/></text>|xml-namespace",
                "<text><div xmlns='http://www.w3.org/1999/xhtml'><p xmlns='urn:x'/></div></text>|xml-namespace",
                "<text><div xmlns='http://www.w3.org/1999/xhtml' xmlns:x='u' x:y=''/></text>|xml-unknown-attribute",
                "<extension url='a'><extension url='b'><extension url='c'/></extension></extension>|xml-depth",
                "<contact><name><given value='a' id='x'/></name></contact>|xml-depth",
            })
    void refusesInsideAPatient(String content, String rule) {
        assertThat(refusal(patient(content)).rule()).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "``|xml-syntax",
                "x|xml-syntax",
                "{\"resourceType\":\"Patient\"}|xml-syntax",
                "<Patient/>|xml-namespace",
                "<Patient xmlns='http://hl7.org/FHIR'/>|xml-namespace",
                "<Nothing xmlns='http://hl7.org/fhir'/>|xml-unknown-element",
                "<Patient xmlns='http://hl7.org/fhir' id='x'/>|xml-unknown-attribute",
                "<Patient xmlns='http://hl7.org/fhir'/>x|xml-syntax",
                "<!DOCTYPE Patient><Patient xmlns='http://hl7.org/fhir'/>|xml-dtd",
                "<!DOCTYPE x SYSTEM 'file:///etc/passwd'><Patient xmlns='http://hl7.org/fhir'/>|xml-dtd",
                "<!DOCTYPE x [<!ENTITY a 'b'>]><Patient xmlns='http://hl7.org/fhir'/>|xml-dtd",
                "<!DOCTYPE x [<!ENTITY % a SYSTEM 'http://x'> %a;]><Patient xmlns='http://hl7.org/fhir'/>|xml-dtd",
                "<?xml version='1.0' encoding='ISO-8859-1'?><Patient xmlns='http://hl7.org/fhir'/>|xml-encoding",
                "<?xml version='1.1'?><Patient xmlns='http://hl7.org/fhir'/>|xml-syntax",
            })
    void refuses(String body, String rule) {
        assertThat(refusal(body.getBytes(UTF_8)).rule()).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<extension url='a'><extension url='b'/></extension>",
                "<link><other><reference value='a' id='b'/></other></link>",
                "<contact><name><family value='a'/></name></contact>",
                "<contact><name><given value='a'/></name></contact>",
            })
    void countsDepthAsJsonDoes(String content) {
        JsonObject document = XmlReader.read(patient(content), SMALL);
        assertThat(JsonReader.read(JsonWriter.bytes(document), SMALL)).isEqualTo(document);
    }

    @Test
    void refusesOtherEncodings() {
        assertThat(refusal(new String(patient("<language value='ä'/>"), UTF_8).getBytes(ISO_8859_1))
                        .rule())
                .isEqualTo("xml-utf8");
        assertThat(refusal(new String(patient(""), UTF_8).getBytes(UTF_16)).rule())
                .isEqualTo("xml-utf8");
    }

    @Test
    void refusesLongTextAndLongNarratives() {
        String longest = "x".repeat(100);
        assertThat(XmlReader.read(patient("<language value='" + longest + "'/>"), SMALL)
                        .text("language"))
                .contains(longest);
        assertThat(refusal(patient("<language value='x" + longest + "'/>")).rule())
                .isEqualTo("xml-text");
        String div = "<text><div xmlns='http://www.w3.org/1999/xhtml'>" + longest + "</div></text>";
        assertThat(refusal(patient(div)).rule()).isEqualTo("xml-text");
    }

    @Test
    void refusesDeepNestingCheaply() {
        String extensions = "<extension url='x'>".repeat(100_000);
        assertThat(refusal(patient(extensions), Limits.DEFAULT).rule()).isEqualTo("xml-depth");
        String div = "<text><div xmlns='http://www.w3.org/1999/xhtml'>" + "<p>".repeat(100_000);
        assertThat(refusal(patient(div), Limits.DEFAULT).rule()).isEqualTo("xml-depth");
    }

    @Test
    void saysWhereAndNeverQuotesValues() {
        Issue issue = refusal(patient("<name>\n<family value='a'/></name><name>\n<given value='b' x='Smith'/></name>"));
        assertThat(issue.expression()).isEqualTo("Patient.name[1].given[0]");
        assertThat(issue.findPlace().orElseThrow().line()).isEqualTo(3);
        assertThat(issue.text()).contains("\"x\"").doesNotContain("Smith");
    }

    @Test
    void leavesEmptyElementsToTheValidator() {
        assertThat(XmlReader.read(patient("<active/><name><given/><given value='a'/></name>"), SMALL))
                .isEqualTo(RichDocuments.json("{'resourceType':'Patient','_active':{},"
                        + "'name':[{'given':[null,'a'],'_given':[{},null]}]}"));
    }

    @Property
    void damagedBodiesAreReadOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        List<JsonObject> documents = RichDocuments.all();
        byte[] body = XmlWriter.bytes(documents.get(random.nextInt(documents.size())));
        for (int i = 0; i <= random.nextInt(3); i++) {
            body[random.nextInt(body.length)] = (byte) "<>/&;\"'= !?[]-\0x\u00e9".charAt(random.nextInt(17));
        }
        byte[] cut = random.nextInt(4) == 0 ? Arrays.copyOf(body, random.nextInt(body.length)) : body;
        try {
            XmlReader.read(cut, Limits.DEFAULT);
        } catch (Refusal expected) {
            assertThat(expected.status()).isEqualTo(400);
        }
    }

    private static byte[] patient(String content) {
        return ("<Patient xmlns='http://hl7.org/fhir'>" + content + "</Patient>").getBytes(UTF_8);
    }

    private static Issue refusal(byte[] body) {
        return refusal(body, SMALL);
    }

    private static Issue refusal(byte[] body, Limits limits) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> XmlReader.read(body, limits));
        assertThat(refusal).as("not refused").isNotNull();
        assertThat(refusal.status()).isEqualTo(400);
        return refusal.issues().getFirst();
    }
}
