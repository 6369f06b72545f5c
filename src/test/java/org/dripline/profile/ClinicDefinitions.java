package org.dripline.profile;

/** What an operator might keep in a folder of profiles. */
public final class ClinicDefinitions {
    public static final String PATIENT = "https://clinic.example/StructureDefinition/our-patient";
    public static final String WARDS = "https://clinic.example/CodeSystem/wards";

    /** A patient has a birth date, and a ward among ours; no snapshot. */
    public static final String PATIENT_JSON = """
            {"resourceType":"StructureDefinition","id":"our-patient","url":"%s","name":"OurPatient","status":"active",
             "fhirVersion":"4.0.1","kind":"resource","abstract":false,"type":"Patient",
             "baseDefinition":"http://hl7.org/fhir/StructureDefinition/Patient","derivation":"constraint",
             "differential":{"element":[
              {"id":"Patient.birthDate","path":"Patient.birthDate","min":1},
              {"id":"Patient.maritalStatus","path":"Patient.maritalStatus",
               "binding":{"strength":"required","valueSet":"https://clinic.example/ValueSet/our-wards"}}]}}""".formatted(PATIENT);

    public static final String WARDS_JSON = """
            {"resourceType":"CodeSystem","id":"wards","url":"%s","name":"Wards","status":"active","content":"complete",
             "concept":[{"code":"north"},{"code":"south"}]}""".formatted(WARDS);

    public static final String OUR_WARDS_XML = """
            <ValueSet xmlns="http://hl7.org/fhir"><id value="our-wards"/>
              <url value="https://clinic.example/ValueSet/our-wards"/><status value="active"/>
              <compose><include><system value="%s"/><concept><code value="north"/></concept></include></compose>
            </ValueSet>""".formatted(WARDS);

    private ClinicDefinitions() {}
}
