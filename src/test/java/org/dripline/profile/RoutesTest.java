package org.dripline.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which resources are of the clinic's kind without saying so (architecture, section 4). */
class RoutesTest {
    private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
    private static final String LOCAL = "https://fhir.dripline.example/CodeSystem/ketamine-treatment";

    @ParameterizedTest
    @CsvSource({
        RXNORM + ", 6130, infusion-medication-administration",
        RXNORM + ", 238083, infusion-medication-administration",
        "http://snomed.info/sct, 373464007, infusion-medication-administration",
        "http://www.whocc.no/atc, N01AX03, infusion-medication-administration",
        RXNORM + ", 2201623, esketamine-administration",
        RXNORM + ", 2201625, esketamine-administration",
        RXNORM + ", 161, ''",
        "urn:vendor, 6130, ''",
    })
    void administrationsByAgent(String system, String code, String profile) {
        assertThat(route("""
                        {"resourceType": "MedicationAdministration", "medicationCodeableConcept": {"coding": [
                          {"system": "urn:vendor", "code": "K"}, {"system": "%s", "code": "%s"}]}}
                        """.formatted(system, code))).isEqualTo(profile);
    }

    @ParameterizedTest
    @CsvSource({"46713006, esketamine-administration", "47625008, infusion-medication-administration"})
    void genericKetamineByRoute(String route, String profile) {
        assertThat(route("""
                        {"resourceType": "MedicationAdministration",
                         "medicationCodeableConcept": {"coding": [{"system": "%s", "code": "6130"}]},
                         "dosage": {"route": {"coding": [{"system": "http://snomed.info/sct", "code": "%s"}]}}}
                        """.formatted(RXNORM, route))).isEqualTo(profile);
    }

    @Test
    void administrationsByAMedicationInsideThem() {
        assertThat(route("""
                        {"resourceType": "MedicationAdministration", "medicationReference": {"reference": "#m"},
                         "contained": [{"resourceType": "Medication", "id": "m",
                           "code": {"coding": [{"system": "%s", "code": "6130"}]}}]}
                        """.formatted(RXNORM))).isEqualTo("infusion-medication-administration");
    }

    @ParameterizedTest
    @CsvSource({
        "http://loinc.org, 85354-9, monitoring-blood-pressure",
        "http://loinc.org, 8867-4, monitoring-heart-rate",
        "http://loinc.org, 9279-1, monitoring-respiratory-rate",
        "http://loinc.org, 59408-5, monitoring-oxygen-saturation",
        "http://loinc.org, 29463-7, treatment-body-weight",
        "http://loinc.org, 44261-6, depression-score",
        LOCAL + ", madrs-total, depression-score",
        LOCAL + ", rass, sedation-observation",
        LOCAL + ", cadss-total, dissociation-observation",
        LOCAL + ", treatment-response, treatment-response",
        LOCAL + ", discharge-readiness, discharge-readiness",
        LOCAL + ", eligibility, eligibility-assessment",
        "http://loinc.org, 718-7, ''",
    })
    void observationsByCode(String system, String code, String profile) {
        assertThat(route("""
                        {"resourceType": "Observation", "code": {"coding": [{"system": "%s", "code": "%s"}]}}
                        """.formatted(system, code))).isEqualTo(profile);
    }

    @ParameterizedTest
    @CsvSource({
        "http://snomed.info/sct, 36923009, depression-condition",
        "http://hl7.org/fhir/sid/icd-10-cm, F33.2, depression-condition",
        "http://hl7.org/fhir/sid/icd-10-cm, F31.9, ''",
        "http://snomed.info/sct, 38341003, ''",
    })
    void conditionsByDiagnosis(String system, String code, String profile) {
        assertThat(route("""
                        {"resourceType": "Condition", "code": {"coding": [{"system": "%s", "code": "%s"}]}}
                        """.formatted(system, code))).isEqualTo(profile);
    }

    @ParameterizedTest
    @CsvSource({
        "https://fhir.dripline.example/Questionnaire/phq-9, mood-questionnaire-response",
        "https://fhir.dripline.example/Questionnaire/phq-9|0.1.0, mood-questionnaire-response",
        "https://fhir.dripline.example/Questionnaire/gad-7, mood-questionnaire-response",
        "https://fhir.dripline.example/Questionnaire/phq-9-teens, ''",
        "https://elsewhere.example/Questionnaire/phq-9, ''",
    })
    void questionnaireResponsesByCanonical(String canonical, String profile) {
        assertThat(route("{\"resourceType\": \"QuestionnaireResponse\", \"questionnaire\": \"%s\"}"
                        .formatted(canonical)))
                .isEqualTo(profile);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "treatment-course | {'resourceType': 'CarePlan', 'category': [{'coding': [{'system': '" + LOCAL
                        + "', 'code': 'treatment-course'}]}]}",
                "infusion-procedure | {'resourceType': 'Procedure', 'extension': [{'url':"
                        + " 'https://fhir.dripline.example/StructureDefinition/infusion-number'}]}",
                "`` | {'resourceType': 'Procedure', 'code': {'coding': [{'system': 'http://snomed.info/sct', 'code':"
                        + " '14152002'}]}}",
                "`` | {'resourceType': 'Patient'}",
                "`` | {'resourceType': 'Encounter'}",
                "`` | {'resourceType': 'Observation', 'code': 7}",
            })
    void others(String profile, String body) {
        assertThat(route(body.replace('\'', '"'))).isEqualTo(profile);
    }

    private static String route(String body) {
        return Routes.of(ArtefactReader.readObject(body.getBytes(StandardCharsets.UTF_8)))
                .orElse("");
    }
}
