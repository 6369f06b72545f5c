package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.stories.Hostile.JSON;
import static org.dripline.stories.Hostile.XML;
import static org.dripline.stories.Hostile.patient;
import static org.dripline.stories.Hostile.xmlPatient;
import static org.dripline.stories.RawHttp.get;
import static org.dripline.stories.RawHttp.post;
import static org.dripline.stories.RawHttp.request;
import static org.dripline.stories.RawHttp.utf8;

import org.dripline.document.DocumentMeta;
import org.dripline.document.JsonObject;
import org.dripline.engine.TestStore;
import org.dripline.stories.RawHttp.Answer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Well-formed bodies with values that no element has, and odd ones that are right. */
@Timeout(60)
class HostileValuesStory {
    private static final String ABSENT =
            "{\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/data-absent-reason\",\"valueCode\":\"unknown\"}]}";

    private final Hostile hostile = new Hostile();

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "unknown-element!\"foo\":1",
                "type!\"birthDate\":5",
                "type!\"birthDate\":null",
                "type!\"active\":\"true\"",
                "type!\"active\":1",
                "type!\"multipleBirthInteger\":\"2\"",
                "type!\"contact\":{\"gender\":\"male\"}",
                "type!\"text\":5",
                "type!\"id\":{}",
                "type!\"meta\":[5]",
                "type!\"managingOrganization\":{\"reference\":7}",
                "type!\"managingOrganization\":\"Organization/1\"",
                "value-format!\"multipleBirthInteger\":99999999999",
                "value-format!\"multipleBirthInteger\":1.5",
                "value-format!\"birthDate\":\"2026-13-45\"",
                "value-format!\"birthDate\":\"2026-02-30\"",
                "value-format!\"birthDate\":\"0000-00-00\"",
                "value-format!\"birthDate\":\"10000-01-01\"",
                "value-format!\"birthDate\":\"-1\"",
                "value-format!\"birthDate\":\"Zqsecret\"",
                "value-format!\"deceasedDateTime\":\"2026-01-01T25:00:00Z\"",
                "value-format!\"deceasedDateTime\":\"2026-01-01T10:00:00+99:00\"",
                "value-format!\"deceasedDateTime\":\"2026-01-01T10:00:00\"",
                "value-format!\"id\":\"Zq secret\"",
                "ele-1!\"language\":\"\"",
                "object-must-have-some-content!\"maritalStatus\":{}",
                "array-cannot-be-empty!\"photo\":[]",
                "json-null!\"contact\":[null]",
                "json-null!\"contact\":[{\"name\":{\"given\":[null]}}]",
                "json-null!\"contact\":[{\"name\":{\"given\":[\"Zqsecret\",null]}}]",
                "json-null!\"contact\":[{\"name\":{\"given\":[null],\"_given\":[null]}}]",
                "json-null!\"meta\":{\"profile\":[null]}",
                "json-number!\"multipleBirthInteger\":1e999999999",
                "json-number!\"multipleBirthInteger\":1e-999999999",
                "json-syntax!\"multipleBirthInteger\":01",
                "json-syntax!\"multipleBirthInteger\":+1",
                "json-syntax!\"multipleBirthInteger\":NaN",
                "dom-2!\"contained\":[{\"resourceType\":\"Patient\",\"id\":\"a\",\"contained\":[{\"resourceType\":\"Patient\","
                        + "\"id\":\"b\"}]}]",
                "resource-duplicate-contained-id!\"contained\":[{\"resourceType\":\"Patient\",\"id\":\"a\"},"
                        + "{\"resourceType\":\"Patient\",\"id\":\"a\"}],\"link\":[{\"type\":\"seealso\",\"other\":{\"reference\":\"#a\"}}]",
                "resource-type!\"contained\":[5,\"x\",{}]",
            })
    void refusesJsonValues(String rule, String member) {
        hostile.refused(JSON, patient(',' + member), rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "unknown-element!<foo value=\"1\"/>",
                "xml-boolean!<active value=\"1\"/>",
                "xml-number!<multipleBirthInteger value=\"1e999999999\"/>",
                "xml-number!<multipleBirthInteger value=\" 1\"/>",
                "value-format!<multipleBirthInteger value=\"99999999999\"/>",
                "value-format!<birthDate value=\"2026-13-45\"/>",
                "value-format!<birthDate value=\"Zqsecret\"/>",
                "ele-1!<language value=\"\"/>",
                "ele-1!<birthDate/>",
                "element-must-have-some-content!<maritalStatus/>",
            })
    void refusesXmlValues(String rule, String content) {
        hostile.refused(XML, xmlPatient(content), rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e401", "1e999999999", "1e-999999999"})
    void refusesDecimalsBeyondReason(String number) {
        hostile.refused(400, "json-number", post("/fhir/Observation", JSON, observation(number)));
        String digits = "1".repeat(500);
        hostile.refused(400, "json-number", post("/fhir/Observation", JSON, observation(digits)));
        hostile.refused(400, "json-number", post("/fhir/Observation", JSON, observation("0." + digits)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0", "-0.0", "1e400", "1e-400", "0.50", "1E+5"})
    void keepsOddDecimalsAsTheyAre(String number) {
        Answer written = hostile.answered(201, post("/fhir/Observation", JSON, observation(number)));
        assertThat(written.body()).contains("\"value\":" + number + "}");
    }

    private static byte[] observation(String number) {
        return utf8(
                "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"},\"valueQuantity\":{\"value\":"
                        + number + "}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"managingOrganization\":{\"reference\":\"javascript:alert(1)\"}",
                "\"deceasedDateTime\":\"9999-12-31T23:59:60Z\"",
                "\"contact\":[{\"name\":{\"given\":[\"a\",null],\"_given\":[null,{\"extension\":[{\"url\":\"http://a.example/\",\"valueString\":\"b\"}]}]}}]",
            })
    void keepsWhatIsOddButRight(String member) {
        isKept("Patient", new String(patient(',' + member), java.nio.charset.StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "Encounter!\"status\":\"finished\",\"class\":{\"code\":\"AMB\"},\"period\":{\"_start\":@,\"_end\":@}",
                "Observation!\"status\":\"final\",\"code\":{\"text\":\"x\"},\"effectivePeriod\":{\"_start\":@}",
                "Observation!\"status\":\"final\",\"code\":{\"text\":\"x\"},\"_effectiveDateTime\":@",
            })
    void keepsTimesThatAreOnlyExtensions(String type, String members) {
        isKept(type, "{\"resourceType\":\"" + type + "\"," + members.replace("@", ABSENT) + "}");
    }

    /** Accepted, read back equal in both formats, and no trouble to a search by date. */
    private void isKept(String type, String body) {
        JsonObject sent = TestStore.read(body);
        JsonObject written = TestStore.read(
                hostile.answered(201, post("/fhir/" + type, JSON, utf8(body))).body());
        assertThat(DocumentMeta.withoutServerFields(written)).isEqualTo(sent);
        String path = "/fhir/" + type + '/' + written.text("id").orElseThrow();
        JsonObject read = TestStore.read(hostile.answered(200, get(path)).body());
        assertThat(read).isEqualTo(written);
        hostile.answered(200, request("GET", path, "Accept: " + XML + "\r\n", new byte[0]));
        String date = type.equals("Patient") ? "birthdate" : "date";
        assertThat(hostile.answered(200, get("/fhir/" + type + '?' + date + "=ne1900&_count=1000"))
                        .body())
                .doesNotContain(written.text("id").orElseThrow());
    }
}
