package org.dripline.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.dripline.document.JsonObject;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issues travel into logs, tickets and other people's screens: what is wrong with a name is said without the name. */
class PatientDataTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resourceType': 'Patient', 'birthDate': 'Zebulon'}",
                "{'resourceType': 'Patient', 'birthDate': '19th of Zebulon'}",
                "{'resourceType': 'Patient', 'gender': 'Zebulon'}",
                "{'resourceType': 'Patient', 'name': [{'family': ' Zebulon ', 'use': 'Zebulon'}]}",
                "{'resourceType': 'Patient', 'name': ['Zebulon']}",
                "{'resourceType': 'Patient', 'name': 'Zebulon'}",
                "{'resourceType': 'Patient', 'Mr Zebulon': 1}",
                "{'resourceType': 'Patient', 'id': 'Zebulon Smith'}",
                "{'resourceType': 'Patient', 'multipleBirthInteger': 'Zebulon'}",
                "{'resourceType': 'Patient', 'text': {'status': 'generated', 'div': 'Zebulon'}}",
                "{'resourceType': 'Patient', 'text': {'status': 'generated', 'div': '<div>Zebulon <blink/></div>'}}",
                "{'resourceType': 'Patient', 'contact': [{'telecom': [{'value': 'Zebulon'}]}]}",
                "{'resourceType': 'Patient', 'managingOrganization': {'reference': 'Patient/Zebulon'}}",
                "{'resourceType': 'Patient', 'managingOrganization': {'reference': 'Zebulon Smith'}}",
                "{'resourceType': 'Patient', 'photo': [{'data': 'Zebulon!', 'url': 'Zebulon Smith'}]}",
                "{'resourceType': 'Patient', 'extension': [{'url': 'Zebulon', 'valueString': ' Zebulon'}]}",
                "{'resourceType': 'Patient', 'maritalStatus': {'coding': [{'system': 'Zebulon', 'code': ' Zebulon'}]}}",
                "{'resourceType': 'Patient', 'identifier': [{'system': 'Zebulon', 'value': ''}]}",
                "{'resourceType': 'Zebulon'}",
                "{'resourceType': 'Patient', 'x': Zebulon}",
                "{'resourceType': 'Observation', 'status': 'final', 'code': {'coding': [{'system': 'http://loinc.org',"
                        + " 'code': '44261-6', 'display': 'Zebulon'}]}, 'valueString': 'Zebulon',"
                        + " 'effectiveDateTime': 'Zebulon', 'subject': {'reference': '#Zebulon'}}",
                "{'resourceType': 'QuestionnaireResponse', 'status': 'completed', 'questionnaire':"
                        + " 'https://fhir.dripline.example/Questionnaire/phq-9', 'item': [{'linkId': 'Zebulon', 'text':"
                        + " 'Zebulon', 'answer': [{'valueString': 'Zebulon'}]}, {'linkId': '/44250-9', 'answer':"
                        + " [{'valueString': 'Zebulon'}]}]}",
            })
    void quotesNothingOfThePatient(String body) {
        Verdict verdict = Bodies.validator(ProfileMode.STRICT)
                .check(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8), BodyFormat.JSON, JsonObject.EMPTY);

        assertThat(verdict.issues()).extracting(Issue::text).noneMatch(text -> text.contains("Zebulon"));
        assertThat(verdict.issues())
                .extracting(Issue::expression)
                .filteredOn(expression -> expression != null)
                .noneMatch(expression -> expression.contains("Zebulon"));
    }

    /** What a definition says is no patient data, and without it nobody could find what to mend. */
    @Test
    void namesTheItemsOfAQuestionnaire() {
        String twice = """
                {"resourceType":"QuestionnaireResponse","status":"completed",
                 "questionnaire":"https://fhir.dripline.example/Questionnaire/phq-9",
                 "item":[{"linkId":"/44250-9","text":"Zebulon"},{"linkId":"/44250-9"}]}""";

        assertThat(Bodies.check(twice).issues())
                .extracting(Issue::text)
                .contains("The questionnaire has the item /44250-9 once, but here are 2. Send one.")
                .noneMatch(text -> text.contains("…") || text.contains("Zebulon"));
    }

    @Test
    void namesDefinitions() {
        String known = "http://hl7.org/fhir/ValueSet/marital-status";
        Wording wording = new Wording(known::equals);

        assertThat(said(wording, "Terminology_TX_ValueSet_NotFound", "ValueSet 'https://clinic.example/v' not found"))
                .startsWith("The value set https://clinic.example/v is not known here");
        assertThat(said(wording, "Terminology_TX_ValueSet_NotFound", "ValueSet 'Jane Roe' not found"))
                .startsWith("The value set … is not known here");
        assertThat(said(
                        wording,
                        "Problem_processing_expression__in_profile__path__",
                        "Problem processing expression 'a = b' in profile 'urn:p' at path 'Patient.name': Jane Roe"))
                .startsWith("The rule a = b of the profile urn:p at Patient.name could not be computed.");
        String template =
                "Unable to check whether the code is in the value set '%s' because the value set %s was not found";
        assertThat(said(
                        wording,
                        "UNABLE_TO_CHECK_IF_THE_PROVIDED_CODES_ARE_IN_THE_VALUE_SET_VS",
                        template.formatted(known, "Jane Roe")))
                .isEqualTo(template.formatted(known, "…"));
    }

    private static String said(Wording wording, String id, String message) {
        Finding finding = new Finding(Severity.WARNING, id, "processing", "Patient.name", -1, -1, message);
        return wording.say(finding, Severity.WARNING).text();
    }
}
