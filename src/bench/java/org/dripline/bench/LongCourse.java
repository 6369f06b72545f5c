package org.dripline.bench;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A patient whose course has 30 infusions and over 1,000 readings, for what must not grow with them. */
final class LongCourse {
    static final int INFUSIONS = 30;

    /** Beside those of the visit itself: one in two minutes. */
    private static final int MORE_READINGS = 28;

    private final FhirServer server;
    private final String patient;
    private final String course;

    LongCourse(FhirServer server) {
        this.server = server;
        this.patient = server.create("Patient", Records.patient(System.nanoTime() + "-long", 0));
        this.course = server.create("CarePlan", """
                {"resourceType":"CarePlan","status":"active","intent":"plan","subject":{"reference":"%s"},
                 "period":{"start":"%s"},"extension":[
                   {"url":"https://fhir.dripline.example/StructureDefinition/course-number","valuePositiveInt":1},
                   {"url":"https://fhir.dripline.example/StructureDefinition/planned-infusions",
                    "valuePositiveInt":%d}]}""".formatted(patient, Records.day(0), INFUSIONS));
        for (int visit = 0; visit < INFUSIONS; visit++) {
            String infusion = server.transact(Records.visit(patient, visit)).get(Records.PROCEDURE);
            server.transact(readings(visit, infusion));
        }
    }

    private String readings(int visit, String infusion) {
        return IntStream.range(0, MORE_READINGS)
                .mapToObj(number -> Records.pressure(
                                patient,
                                "%sT14:%02d:00Z".formatted(Records.day(visit), 2 * number + 1),
                                120 + number,
                                80)
                        .replaceFirst("\\{", "{\"partOf\":[{\"reference\":\"" + infusion + "\"}],"))
                .map(reading ->
                        "{\"resource\":" + reading + ",\"request\":{\"method\":\"POST\",\"url\":\"Observation\"}}")
                .collect(Collectors.joining(
                        ",", "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[", "]}"));
    }

    /** What was recorded, as it is. */
    void everything() {
        server.get(patient + "/$everything");
    }

    void summary() {
        server.get(course + "/$treatment-summary");
    }

    void page() {
        server.get(course + "/$treatment-summary?_format=html");
    }

    void print() {
        server.get(course + "/$treatment-summary?_format=pdf");
    }

    void trajectory() {
        server.get(course + "/$trajectory");
    }
}
