package org.dripline.operation;

/** Systems and profiles that documents name. */
final class Codes {
    static final String LOINC = "http://loinc.org";
    static final String LOCAL = "https://fhir.dripline.example/CodeSystem/ketamine-treatment";
    static final String PROFILE = "https://fhir.dripline.example/StructureDefinition/";
    static final String EMPTY_REASON = "http://terminology.hl7.org/CodeSystem/list-empty-reason";

    private Codes() {}
}
