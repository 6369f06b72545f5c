package org.dripline.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Records of a ketamine clinic, as plain R4 that any server takes: a visit is an encounter, an infusion, its
 * administration of 0.5 mg/kg over 40 minutes, six vital signs and ratings, and a PHQ-9, in one transaction.
 */
final class Records {
    /** Resources in one visit. */
    static final int VISIT_SIZE = 10;

    /** Place of the infusion in a visit. */
    static final int PROCEDURE = 1;

    private static final List<String> PHQ_9_ITEMS =
            List.of("44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", "44260-8");
    private static final List<String> PHQ_9_ANSWERS = List.of("LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9");

    private Records() {}

    static String patient(String identifier, int number) {
        return """
                {"resourceType":"Patient","identifier":[{"system":"urn:example:bench","value":"%s"}],
                 "name":[{"family":"Bench%d","given":["Anna"]}],"gender":"female","birthDate":"1980-04-12"}
                """.formatted(identifier, number);
    }

    /** The day of a patient's visit: one every second day from 5 January 2026. */
    static LocalDate day(int visit) {
        return LocalDate.of(2026, 1, 5).plusDays(2L * visit);
    }

    /** A visit as a transaction bundle. */
    static String visit(String patient, int visit) {
        LocalDate day = day(visit);
        String subject = "\"subject\":{\"reference\":\"" + patient + "\"}";
        String period = "{\"start\":\"%sT14:00:00Z\",\"end\":\"%sT14:40:00Z\"}".formatted(day, day);
        List<String> resources = List.of(
                """
                {"resourceType":"Encounter","status":"finished",%s,
                 "class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"AMB"},
                 "period":{"start":"%sT13:30:00Z","end":"%sT16:00:00Z"}}""".formatted(subject, day, day),
                """
                {"resourceType":"Procedure","status":"completed",%s,"encounter":{"reference":"%s"},
                 "code":{"coding":[{"system":"http://snomed.info/sct","code":"14152002"}]},
                 "performedPeriod":%s}""".formatted(subject, entry(0), period),
                """
                {"resourceType":"MedicationAdministration","status":"completed",%s,"context":{"reference":"%s"},
                 "partOf":[{"reference":"%s"}],"effectivePeriod":%s,
                 "medicationCodeableConcept":{"coding":[
                   {"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"6130","display":"ketamine"}]},
                 "dosage":{"route":{"coding":[{"system":"http://snomed.info/sct","code":"47625008"}]},
                   "dose":{"value":40,"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"}}}""".formatted(subject, entry(0), entry(1), period),
                pressure(patient, day + "T13:50:00Z", 128, 78),
                pressure(patient, day + "T14:15:00Z", 152, 90),
                pressure(patient, day + "T14:30:00Z", 161, 94),
                pressure(patient, day + "T15:10:00Z", 134, 82),
                vital(patient, day + "T14:15:00Z", "8867-4", 84, "/min"),
                vital(patient, day + "T14:15:00Z", "59408-5", 97, "%"),
                """
                {"resourceType":"QuestionnaireResponse","status":"completed",%s,"authored":"%sT13:40:00Z",
                 "questionnaire":"https://fhir.dripline.example/Questionnaire/phq-9","item":[%s]}""".formatted(subject, day, answers(visit)));
        return IntStream.range(0, VISIT_SIZE)
                .mapToObj(number -> """
                        {"fullUrl":"%s","resource":%s,"request":{"method":"POST","url":"%s"}}""".formatted(entry(number), resources.get(number), type(resources.get(number))))
                .collect(Collectors.joining(
                        ",", "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[", "]}"));
    }

    static String pressure(String patient, String time, int systolic, int diastolic) {
        return observation(
                patient, time, "85354-9", """
                "component":[%s,%s]""".formatted(component("8480-6", systolic), component("8462-4", diastolic)));
    }

    private static String vital(String patient, String time, String code, int value, String unit) {
        return observation(patient, time, code, "\"valueQuantity\":" + quantity(value, unit));
    }

    private static String observation(String patient, String time, String code, String value) {
        return """
                {"resourceType":"Observation","status":"final","category":[{"coding":[
                   {"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"vital-signs"}]}],
                 "code":{"coding":[{"system":"http://loinc.org","code":"%s"}]},
                 "subject":{"reference":"%s"},"effectiveDateTime":"%s",%s}""".formatted(code, patient, time, value);
    }

    private static String component(String code, int value) {
        return """
                {"code":{"coding":[{"system":"http://loinc.org","code":"%s"}]},"valueQuantity":%s}""".formatted(code, quantity(value, "mm[Hg]"));
    }

    private static String quantity(int value, String unit) {
        return """
                {"value":%d,"unit":"%s","system":"http://unitsofmeasure.org","code":"%s"}""".formatted(value, unit, unit);
    }

    private static String answers(int visit) {
        return IntStream.range(0, PHQ_9_ITEMS.size())
                .mapToObj(item ->
                        """
                        {"linkId":"/%s","answer":[{"valueCoding":{"system":"http://loinc.org","code":"%s"}}]}""".formatted(PHQ_9_ITEMS.get(item), PHQ_9_ANSWERS.get((item + visit) % PHQ_9_ANSWERS.size())))
                .collect(Collectors.joining(","));
    }

    private static String entry(int number) {
        return "urn:uuid:00000000-0000-4000-8000-%012d".formatted(number);
    }

    private static String type(String resource) {
        return resource.split("\"", 5)[3];
    }
}
