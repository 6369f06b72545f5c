package org.dripline.laws;

/** The least that base R4 accepts of each type. */
final class Minimal {
    private Minimal() {}

    static String of(String type, String id) {
        return "{\"resourceType\":\"" + type + "\",\"id\":\"" + id + "\"" + required(type) + "}";
    }

    private static String required(String type) {
        String subject = ",\"subject\":{\"display\":\"Somebody\"}";
        String code = ",\"code\":{\"text\":\"c\"}";
        return switch (type) {
            case "Patient", "Practitioner" -> ",\"active\":true";
            case "Organization" -> ",\"name\":\"Clinic\"";
            case "Observation" -> ",\"status\":\"final\"" + code;
            case "Procedure" -> ",\"status\":\"completed\"" + subject;
            case "Condition" -> code + subject;
            case "CarePlan" -> ",\"status\":\"active\",\"intent\":\"plan\"" + subject;
            case "AdverseEvent" -> ",\"actuality\":\"actual\"" + subject;
            case "Questionnaire" -> ",\"status\":\"draft\"";
            case "QuestionnaireResponse" -> ",\"status\":\"completed\"";
            case "Encounter" ->
                ",\"status\":\"finished\",\"class\":{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ActCode\","
                        + "\"code\":\"AMB\"}";
            case "MedicationAdministration" ->
                ",\"status\":\"completed\",\"medicationCodeableConcept\":{\"text\":\"m\"},"
                        + "\"effectiveDateTime\":\"2026-01-05\"" + subject;
            default -> throw new AssertionError("Nobody has said what the least " + type + " is");
        };
    }
}
