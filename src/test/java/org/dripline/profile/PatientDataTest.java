package org.dripline.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.dripline.document.JsonObject;
import org.dripline.outcome.Issue;
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
}
