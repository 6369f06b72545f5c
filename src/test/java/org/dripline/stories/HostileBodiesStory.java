package org.dripline.stories;

import static org.dripline.stories.Hostile.JSON;
import static org.dripline.stories.Hostile.SECRET;
import static org.dripline.stories.Hostile.XML;
import static org.dripline.stories.Hostile.patient;
import static org.dripline.stories.Hostile.xmlPatient;
import static org.dripline.stories.RawHttp.join;
import static org.dripline.stories.RawHttp.post;
import static org.dripline.stories.RawHttp.utf8;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are not JSON, XML or text at all. */
@Timeout(60)
class HostileBodiesStory {
    private final Hostile hostile = new Hostile();

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "json-syntax!''",
                "json-syntax!null",
                "json-syntax![]",
                "json-syntax!\"Zqsecret\"",
                "json-syntax!{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"Zqsecret\"",
                "json-syntax!{\"resourceType\":\"Patient\"}Zqsecret",
                "json-syntax!{\"resourceType\":\"Patient\"} {\"resourceType\":\"Patient\"}",
                "json-syntax!{'resourceType':'Patient'}",
                "json-syntax!{\"resourceType\":\"Patient\",}",
                "json-syntax!<Patient xmlns=\"http://hl7.org/fhir\"/>",
                "resource-type!{}",
                "resource-type!{\"resourceType\":7}",
                "resource-type!{\"resourceType\":\"patient\"}",
                "resource-type!{\"resourceType\":\"Zqsecret\"}",
                "resource-type!{\"resourceType\":\"Observation\"}",
                "json-duplicate-key!{\"resourceType\":\"Patient\",\"active\":true,\"active\":false}",
                "json-duplicate-key!{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"a\",\"family\":\"Zqsecret\"}]}",
                "json-duplicate-key!{\"resourceType\":\"Patient\",\"extension\":[{\"url\":\"http://a.example/\",\"url\":\"b\"}]}",
                "json-text!{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"a\\u0000\"}]}",
                "json-text!{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"a\\u0007\"}]}",
                "json-text!{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"\\ud800\"}]}",
                "json-text!{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"\\udc00x\"}]}",
            })
    void refusesWhatIsNoJsonResource(String rule, String body) {
        hostile.refused(JSON, utf8(body), rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xml-syntax?",
                "xml-syntax?null",
                "xml-syntax?{\"resourceType\":\"Patient\"}",
                "xml-syntax?<Patient xmlns=\"http://hl7.org/fhir\"><active value=\"Zqsecret",
                "xml-syntax?<Patient xmlns=\"http://hl7.org/fhir\"/>Zqsecret",
                "xml-syntax?<Patient xmlns=\"http://hl7.org/fhir\"/><Patient xmlns=\"http://hl7.org/fhir\"/>",
                "xml-syntax?<Patient xmlns=\"http://hl7.org/fhir\"><language value=\"&x;\"/></Patient>",
                "xml-syntax?<Patient xmlns=\"http://hl7.org/fhir\"><language value=\"&#0;\"/></Patient>",
                "xml-syntax?<Patient xmlns=\"http://hl7.org/fhir\"><language value=\"&#xD800;\"/></Patient>",
                "xml-syntax?<Patient xmlns=\"http://hl7.org/fhir\"><active value=\"true\" value=\"true\"/></Patient>",
                "xml-namespace?<Patient/>",
                "xml-namespace?<Patient xmlns=\"http://hl7.org/fhir2\"/>",
                "xml-namespace?<Patient xmlns=\"http://hl7.org/fhir\"><i:include xmlns:i=\"http://www.w3.org/2001/XInclude\""
                        + " href=\"file:///etc/passwd\"/></Patient>",
                "xml-encoding?<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><Patient xmlns=\"http://hl7.org/fhir\"/>",
                "resource-type?<patient xmlns=\"http://hl7.org/fhir\"/>",
                "resource-type?<Observation xmlns=\"http://hl7.org/fhir\"/>",
                "no-processing-instructions-allowed-in-resources?<?xml-stylesheet href=\"x\"?><Patient xmlns=\"http://hl7.org/fhir\"/>",
                "text-should-not-be-present?<Patient xmlns=\"http://hl7.org/fhir\"><![CDATA[Zqsecret]]></Patient>",
                "text-should-not-be-present?<Patient xmlns=\"http://hl7.org/fhir\">Zqsecret</Patient>",
                "xml-dtd?<!DOCTYPE Patient><Patient xmlns=\"http://hl7.org/fhir\"/>",
                "xml-dtd?<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Patient xmlns=\"http://hl7.org/fhir\">"
                        + "<language value=\"&x;\"/></Patient>",
                "xml-dtd?<!DOCTYPE p SYSTEM \"http://127.0.0.1:1/x.dtd\"><Patient xmlns=\"http://hl7.org/fhir\"/>",
                "xml-dtd?<!DOCTYPE p [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c"
                        + " \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]>"
                        + "<Patient xmlns=\"http://hl7.org/fhir\"><language value=\"&d;\"/></Patient>",
            })
    void refusesWhatIsNoXmlResource(String text) {
        int end = text.indexOf('?');
        String body = text.substring(end + 1);
        hostile.refused(XML, utf8(body), text.substring(0, end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "c0af", "eda080", "80", "f8888080"})
    void refusesWhatIsNotUtf8(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        hostile.refused(
                JSON, join(join(utf8("{\"resourceType\":\"Patient\",\"id\":\""), bytes), utf8("\"}")), "json-utf8");
        byte[] start = utf8("<Patient xmlns=\"http://hl7.org/fhir\"><language value=\"");
        hostile.refused(XML, join(join(start, bytes), utf8("\"/></Patient>")), "xml-utf8");
    }

    @Test
    void refusesUtf16AndRawNul() {
        hostile.refused(JSON, "{\"resourceType\":\"Patient\"}".getBytes(StandardCharsets.UTF_16), "json-utf8");
        hostile.refused(JSON, patient(",\"language\":\"\0\""), "json-syntax");
        hostile.refused(XML, xmlPatient("<language value=\"\0\"/>"), "xml-syntax");
    }

    @Test
    void takesAnEmptyResourceInBothFormats() {
        hostile.answered(201, post("/fhir/Patient", JSON, patient("")));
        hostile.answered(201, post("/fhir/Patient", XML, xmlPatient("")));
    }

    @Test
    void forgivesAByteOrderMark() {
        byte[] mark = HexFormat.of().parseHex("efbbbf");
        hostile.answered(201, post("/fhir/Patient", JSON, join(mark, patient(""))));
        hostile.answered(201, post("/fhir/Patient", XML, join(mark, xmlPatient("<active value=\"true\"/>"))));
    }

    @Test
    void refusesTenThousandLevels() {
        int levels = 10_000;
        hostile.refused(JSON, patient(",\"name\":" + "[".repeat(levels) + "]".repeat(levels)), "json-duplicate-key");
        hostile.refused(JSON, patient(",\"x\":" + "[".repeat(levels) + "]".repeat(levels)), "json-depth");
        String extension = ",\"extension\":[{\"url\":\"http://a.example/\"";
        hostile.refused(JSON, patient(extension.repeat(levels) + "}]".repeat(levels)), "json-depth");
        String start = "<extension url=\"http://a.example/\">";
        hostile.refused(XML, xmlPatient(start.repeat(levels) + "</extension>".repeat(levels)), "xml-depth");
        String div = "<text><status value=\"generated\"/><div xmlns=\"http://www.w3.org/1999/xhtml\">";
        hostile.refused(
                XML, xmlPatient(div + "<b>".repeat(levels) + "</b>".repeat(levels) + "</div></text>"), "xml-depth");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded",
                "application/json-patch+json",
                "application/fhir+json; charset=ISO-8859-1",
                "application/fhir+json; fhirVersion=3.0",
                ";;;",
                "json",
                "*/*"
            })
    void refusesOtherContentTypes(String type) {
        hostile.refused(415, "content-type", post("/fhir/Patient", type, patient("")));
    }

    @Test
    void refusesABodyOfNoType() {
        hostile.refused(415, "content-type", RawHttp.request("POST", "/fhir/Patient", "", patient("")));
    }

    @Test
    void tellsInXmlWhoAskedForXml() {
        String headers = "Content-Type: " + JSON + "\r\nAccept: " + XML + "\r\n";
        hostile.refused(400, "json-syntax", RawHttp.request("POST", "/fhir/Patient", headers, utf8("{" + SECRET)));
        hostile.refused(
                404, "type-unknown", RawHttp.request("GET", "/fhir/Foo", "Accept: " + XML + "\r\n", new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"resourceType\":\"Parameters\"}",
                "{\"resourceType\":\"Observation\"}",
                "{\"resourceType\":\"Parameters\",\"parameter\":5}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[null,5,{\"name\":\"resource\"}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"mode\",\"valueCode\":\"Zqsecret\"}]}"
            })
    void refusesToValidateGarbage(String body) {
        String rule = switch (body.length()) {
            case 0, 4 -> "json-syntax";
            case 2 -> body.equals("[]") ? "json-syntax" : "resource-type";
            default -> {
                boolean mode = body.contains("mode");
                String parameters = mode ? "parameter-value" : "validate-resource";
                yield body.contains("Parameters") ? parameters : "resource-type";
            }
        };
        hostile.refused(400, rule, post("/fhir/Patient/$validate", JSON, utf8(body)));
    }
}
