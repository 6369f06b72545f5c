package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Courses to look at, as a clinic's system sends them. */
final class CourseExamples {
    private static final int PLANNED = 6;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final String PROFILES = "https://fhir.dripline.example/StructureDefinition/";

    private CourseExamples() {}

    /** The documentation's worked example, six infusions; its id. */
    static String golden(Caller caller) {
        return id(goldenRecords(caller), "CarePlan/");
    }

    /** The worked example going on with an infusion and a PHQ-9 a week, up to so many infusions; its id. */
    static String withInfusions(int many, Caller caller) {
        List<String> records = goldenRecords(caller);
        String course = "CarePlan/" + id(records, "CarePlan/");
        String patient = "Patient/" + id(records, "Patient/");
        if (many == PLANNED) {
            return id(records, "CarePlan/");
        }
        Stream<String> entries = IntStream.rangeClosed(PLANNED + 1, many)
                .boxed()
                .flatMap(number -> week(number, patient, course).stream());
        caller.post("", Bundles.transaction(entries)).accepted(200);
        return id(records, "CarePlan/");
    }

    private static List<String> goldenRecords(Caller caller) {
        return visit("golden-course", caller);
    }

    /** The worked example as it was while it ran, to be found among the courses that run. */
    static void running(Caller caller) {
        String course = file("golden-course").replaceFirst("\"completed\",(\\s*\"intent\": \"plan\")", "\"active\",$1");
        assertThat(course).isNotEqualTo(file("golden-course"));
        caller.post("", course).accepted(200);
    }

    /** Sends one of the visits among the profiles' examples; the places of its records. */
    static List<String> visit(String name, Caller caller) {
        return caller.post("", file(name)).accepted(200).written();
    }

    private static String file(String name) {
        try {
            return Files.readString(Path.of("fhir-profiles/examples/visits/" + name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(List<String> records, String type) {
        return records.stream()
                .filter(place -> place.startsWith(type))
                .map(place -> place.split("/", -1)[1])
                .findFirst()
                .orElseThrow();
    }

    private static List<String> week(int number, String patient, String course) {
        LocalDate day = FIRST.plusWeeks(number);
        String infusion = "urn:uuid:00000000-0000-4000-8000-%012d".formatted(number);
        return List.of(
                Bundles.post(infusion, infusion(number, day, patient, course)),
                Bundles.post(infusion.replace("-4000-", "-4001-"), dose(day, patient, infusion)),
                Bundles.post(
                        infusion.replace("-4000-", "-4002-"), pressure(day + "T13:50:00Z", 128, patient, infusion)),
                Bundles.post(
                        infusion.replace("-4000-", "-4003-"),
                        pressure(day + "T14:20:00Z", 140 + number % 20, patient, infusion)),
                Bundles.post(infusion.replace("-4000-", "-4004-"), score(day, 3 + number * 5 % 7, patient, course)));
    }

    private static String infusion(int number, LocalDate day, String patient, String course) {
        return """
                {"resourceType":"Procedure","status":"completed","subject":{"reference":"%s"},
                 "extension":[{"url":"%sinfusion-number","valuePositiveInt":%d}],"basedOn":[{"reference":"%s"}],
                 "code":{"coding":[{"system":"http://snomed.info/sct","code":"14152002"}]},
                 "performedPeriod":{"start":"%sT14:00:00Z","end":"%sT14:40:00Z"}}""".formatted(patient, PROFILES, number, course, day, day);
    }

    private static String dose(LocalDate day, String patient, String infusion) {
        return """
                {"resourceType":"MedicationAdministration","status":"completed","subject":{"reference":"%s"},
                 "medicationCodeableConcept":{"coding":[
                  {"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"6130"}]},
                 "effectivePeriod":{"start":"%sT14:00:00Z","end":"%sT14:40:00Z"},"partOf":[{"reference":"%s"}],
                 "dosage":{"extension":[{"url":"%sdosing-weight","valueQuantity":
                  {"value":80,"unit":"kg","system":"http://unitsofmeasure.org","code":"kg"}}],
                  "dose":{"value":40,"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"}}}""".formatted(patient, day, day, infusion, PROFILES);
    }

    private static String pressure(String time, int systolic, String patient, String infusion) {
        String mmhg = "\"unit\":\"mm[Hg]\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"mm[Hg]\"";
        return """
                {"resourceType":"Observation","status":"final","subject":{"reference":"%s"},
                 "effectiveDateTime":"%s","partOf":[{"reference":"%s"}],
                 "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category",
                  "code":"vital-signs"}]}],
                 "code":{"coding":[{"system":"http://loinc.org","code":"85354-9"}]},"component":[
                 {"code":{"coding":[{"system":"http://loinc.org","code":"8480-6"}]},"valueQuantity":{"value":%d,%s}},
                 {"code":{"coding":[{"system":"http://loinc.org","code":"8462-4"}]},"valueQuantity":{"value":80,%s}}]}""".formatted(patient, time, infusion, systolic, mmhg, mmhg);
    }

    private static String score(LocalDate day, int total, String patient, String course) {
        return """
                {"resourceType":"Observation","status":"final","subject":{"reference":"%s"},
                 "effectiveDateTime":"%sT13:30:00Z","basedOn":[{"reference":"%s"}],
                 "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category",
                  "code":"survey"}]}],
                 "code":{"coding":[{"system":"http://loinc.org","code":"44261-6"}]},"valueQuantity":
                  {"value":%d,"unit":"{score}","system":"http://unitsofmeasure.org","code":"{score}"}}""".formatted(patient, day, course, total);
    }
}
