package org.dripline.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.profile.Bodies.check;
import static org.dripline.profile.Bodies.errors;
import static org.dripline.profile.Bodies.issue;

import java.nio.charset.StandardCharsets;
import org.dripline.document.JsonObject;
import org.dripline.outcome.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that break base R4 (400), in JSON and XML, and odd ones that must not break the validator. */
class MalformedBodiesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "required | {'resourceType': 'Observation', 'code': {'text': 'x'}}",
                "unknown-element | {'resourceType': 'Patient', 'birthdate': '1980-01-01'}",
                "type | {'resourceType': 'Patient', 'active': 'true'}",
                "type | {'resourceType': 'Patient', 'name': {'family': 'x'}}",
                "binding | {'resourceType': 'Patient', 'gender': 'f'}",
                "value-format | {'resourceType': 'Patient', 'birthDate': '2026-13-45'}",
                "reference-type | {'resourceType': 'Encounter', 'status': 'finished', 'class': {'code': 'AMB'},"
                        + " 'subject': {'reference': 'Device/1'}}",
                "resource-type | {'resourceType': 'Patienta'}",
                "resource-type | {}",
                "narrative | {'resourceType': 'Patient', 'text': {'status': 'generated', 'div':"
                        + " '<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\"><script>x</script></div>'}}",
            })
    void refusesWith400(String rule, String body) {
        Verdict verdict = check(body.replace('\'', '"'));

        assertThat(errors(verdict)).contains(rule);
        assertThat(verdict.malformed()).isTrue();
        assertThat(verdict.refusal().status()).isEqualTo(400);
        assertThat(issue(verdict, rule).findPlace()).isPresent();
    }

    @Test
    void saysLineAndColumnOfTheSendersOwnXml() {
        String xml = """
                <Patient xmlns="http://hl7.org/fhir">
                  <active value="true"/>
                  <gender value="f"/>
                </Patient>
                """;

        Verdict verdict = Bodies.validator(ProfileMode.ROUTED)
                .check(
                        xml.getBytes(StandardCharsets.UTF_8),
                        BodyFormat.XML,
                        ArtefactReader.readObject("{\"resourceType\":\"Patient\"}".getBytes(StandardCharsets.UTF_8)));

        Issue issue = issue(verdict, "binding");
        assertThat(issue.expression()).isEqualTo("Patient.gender");
        assertThat(issue.findPlace()).hasValueSatisfying(place -> {
            assertThat(place.line()).isEqualTo(3);
            assertThat(place.column()).isPositive();
        });
    }

    @Test
    void holdsXmlToTheProfilesItClaims() {
        String url = "https://fhir.dripline.example/StructureDefinition/ketamine-patient";
        String xml = "<Patient xmlns=\"http://hl7.org/fhir\"><meta><profile value=\"" + url + "\"/></meta></Patient>";
        String tree = "{\"resourceType\":\"Patient\",\"meta\":{\"profile\":[\"" + url + "\"]}}";

        Verdict verdict = Bodies.validator(ProfileMode.ROUTED)
                .check(
                        xml.getBytes(StandardCharsets.UTF_8),
                        BodyFormat.XML,
                        ArtefactReader.readObject(tree.getBytes(StandardCharsets.UTF_8)));

        assertThat(errors(verdict)).contains("required");
        assertThat(verdict.malformed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{\"resourceType\":\"Patient\"",
                "{\"resourceType\":7}",
                "{\"resourceType\":null}",
                "{\"resourceType\":{}}",
                "{\"resourceType\":\"Patient\",\"meta\":7}",
                "{\"resourceType\":\"Patient\",\"meta\":{\"profile\":\"x\"}}",
                "{\"resourceType\":\"Patient\",\"meta\":{\"profile\":[null,7,{},\"|\",\"\"]}}",
                "{\"resourceType\":\"Patient\",\"name\":[null]}",
                "{\"resourceType\":\"Patient\",\"extension\":[{}]}",
                "{\"resourceType\":\"Patient\",\"contained\":[{}]}",
                "{\"resourceType\":\"Patient\",\"contained\":[7]}",
                "{\"resourceType\":\"Patient\",\"text\":{\"div\":\"<div\"}}",
                "{\"resourceType\":\"Observation\",\"valueQuantity\":{\"value\":1e99999999999}}",
                "{\"resourceType\":\"Observation\",\"valueQuantity\":{\"value\":-0}}",
                "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{}]}",
                "{\"resourceType\":\"QuestionnaireResponse\",\"questionnaire\":\"|\",\"item\":[{\"answer\":[{}]}]}",
                "<Patient xmlns=\"http://hl7.org/fhir\"/>",
            })
    void neverThrows(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        for (BodyFormat format : BodyFormat.values()) {
            Verdict verdict = Bodies.validator(ProfileMode.ROUTED).check(bytes, format, tree(bytes));

            assertThat(verdict.refused() || !verdict.malformed()).isTrue();
        }
    }

    @Test
    void refusesWhatTheReferenceValidatorCannotCopeWith() {
        Verdict verdict = check("{\"resourceType\":\"Patient\",\"id\":\"" + "a".repeat(65) + "\"}");

        assertThat(errors(verdict)).containsExactly("value-format");
        assertThat(verdict.malformed()).isTrue();
    }

    @Test
    void acceptsAPeriodWhosePrimitivesAreOnlyExtensions() {
        Verdict verdict = check("""
                {"resourceType": "Procedure", "status": "completed", "subject": {"reference": "Patient/p1"},
                 "performedPeriod": {"_start": {"extension": [
                   {"url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason", "valueCode": "unknown"}]}}}
                """);

        assertThat(verdict.refused()).as("%s", verdict.issues()).isFalse();
    }

    @Test
    void acceptsReferencesToWhatAnotherEntryWillCreate() {
        assertThat(check("""
                {"resourceType": "Encounter", "status": "finished",
                 "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "AMB"},
                 "subject": {"reference": "urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0"}}
                """).issues()).isEmpty();
    }

    @Test
    void listsNoMoreIssuesThanHelp() {
        String unknown = "\"x%d\":1,".repeat(500).formatted((Object[]) numbers(500));
        Verdict verdict = check("{" + unknown + "\"resourceType\":\"Patient\"}");

        assertThat(verdict.issues()).hasSizeBetween(1, 101);
    }

    private static Integer[] numbers(int count) {
        Integer[] numbers = new Integer[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = i;
        }
        return numbers;
    }

    private static JsonObject tree(byte[] bytes) {
        try {
            return ArtefactReader.readObject(bytes);
        } catch (RuntimeException e) {
            return JsonObject.EMPTY;
        }
    }
}
