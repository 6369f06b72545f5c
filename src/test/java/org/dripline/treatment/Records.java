package org.dripline.treatment;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Small records of patient {@code p}, written as an EHR would send them. */
final class Records {
    private Records() {}

    static String course(String id, String period) {
        return """
                {"resourceType":"CarePlan","id":"%s","status":"active","intent":"plan",
                 "subject":{"reference":"Patient/p"},"period":{%s},
                 "addresses":[{"reference":"Condition/d"}],
                 "extension":[
                   {"url":"https://fhir.dripline.example/StructureDefinition/course-number","valuePositiveInt":1},
                   {"url":"https://fhir.dripline.example/StructureDefinition/planned-infusions","valuePositiveInt":6}]}
                """.formatted(id, period);
    }

    /** @param more further members, each with a comma before it */
    static String infusion(String id, String status, String performed, String more) {
        return """
                {"resourceType":"Procedure","id":"%s","status":"%s","subject":{"reference":"Patient/p"},
                 "code":{"coding":[{"system":"http://snomed.info/sct","code":"14152002"}]},%s%s}
                """.formatted(id, status, performed, more);
    }

    static String inCourse(String id, String status, String performed) {
        return infusion(id, status, performed, basedOn("c"));
    }

    static String basedOn(String course) {
        return ",\"basedOn\":[{\"reference\":\"CarePlan/%s\"}]".formatted(course);
    }

    static String numbered(int number) {
        return """
                ,"extension":[{"url":"https://fhir.dripline.example/StructureDefinition/infusion-number",
                  "valuePositiveInt":%d}]""".formatted(number);
    }

    static String performed(String start, String end) {
        return "\"performedPeriod\":{\"start\":\"%s\",\"end\":\"%s\"}".formatted(start, end);
    }

    /** Ketamine given in infusion {@code procedure}; dose and weight are "value unit". */
    static String dose(String id, String procedure, String dose, String weight) {
        return """
                {"resourceType":"MedicationAdministration","id":"%s","status":"completed",
                 "subject":{"reference":"Patient/p"},"partOf":[{"reference":"Procedure/%s"}],
                 "medicationCodeableConcept":{"coding":[
                   {"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"6130"}]},
                 "effectivePeriod":{"start":"2026-01-05T14:00:00Z","end":"2026-01-05T14:40:00Z"},
                 "dosage":{"dose":%s,"extension":[
                   {"url":"https://fhir.dripline.example/StructureDefinition/dosing-weight","valueQuantity":%s}]}}
                """.formatted(id, procedure, quantity(dose), quantity(weight));
    }

    static String device(String id, String encounter, String status, String start, String end) {
        return """
                {"resourceType":"MedicationAdministration","id":"%s","status":"%s",
                 "subject":{"reference":"Patient/p"},"context":{"reference":"Encounter/%s"},
                 "medicationCodeableConcept":{"coding":[
                   {"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"2201625"}]},
                 "effectivePeriod":{"start":"%s","end":"%s"},
                 "dosage":{"dose":%s,
                   "route":{"coding":[{"system":"http://snomed.info/sct","code":"46713006"}]},
                   "extension":[{"url":"https://fhir.dripline.example/StructureDefinition/device-count",
                     "valuePositiveInt":1}]}}
                """.formatted(id, status, encounter, start, end, quantity("28 mg"));
    }

    static String pressure(String id, String status, String partOf, int systolic, int diastolic) {
        return """
                {"resourceType":"Observation","id":"%s","status":"%s","subject":{"reference":"Patient/p"},
                 "code":{"coding":[{"system":"http://loinc.org","code":"85354-9"}]},
                 "effectiveDateTime":"2026-01-05T14:15:00Z","partOf":[{"reference":"%s"}],
                 "component":[
                   {"code":{"coding":[{"system":"http://loinc.org","code":"8480-6"}]},"valueQuantity":%s},
                   {"code":{"coding":[{"system":"http://loinc.org","code":"8462-4"}]},"valueQuantity":%s}]}
                """.formatted(id, status, partOf, quantity(systolic + " mm[Hg]"), quantity(diastolic + " mm[Hg]"));
    }

    /** @param codes of LOINC */
    static String reading(String id, String value, String... codes) {
        return observation(id, "2026-01-05T14:15:00Z", value, "http://loinc.org", codes);
    }

    static String score(String id, String at, String code, int total) {
        String system = code.contains("total")
                ? "https://fhir.dripline.example/CodeSystem/ketamine-treatment"
                : "http://loinc.org";
        return observation(id, at, total + " {score}", system, code);
    }

    private static String observation(String id, String at, String value, String system, String... codes) {
        String codings = Arrays.stream(codes)
                .map(code -> "{\"system\":\"%s\",\"code\":\"%s\"}".formatted(system, code))
                .collect(Collectors.joining(","));
        return """
                {"resourceType":"Observation","id":"%s","status":"final","subject":{"reference":"Patient/p"},
                 "code":{"coding":[%s]},"effectiveDateTime":"%s","partOf":[{"reference":"Procedure/i"}],
                 "valueQuantity":%s}
                """.formatted(id, codings, at, quantity(value));
    }

    static String quantity(String valueAndUnit) {
        String[] parts = valueAndUnit.split(" ", 2);
        return "{\"value\":%s,\"system\":\"http://unitsofmeasure.org\",\"code\":\"%s\"}".formatted(parts[0], parts[1]);
    }
}
