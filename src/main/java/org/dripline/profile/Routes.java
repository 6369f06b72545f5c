package org.dripline.profile;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;

/**
 * Which of our profiles a resource is of kind, judged by the resource alone and whether or not it says so. Patients and
 * encounters are never routed: the clinic has no kind of its own there.
 */
final class Routes {
    private static final String SNOMED = ClinicCodes.SNOMED;
    private static final String LOINC = ClinicCodes.LOINC;
    private static final String LOCAL = ClinicCodes.LOCAL;
    private static final String ICD10CM = "http://hl7.org/fhir/sid/icd-10-cm|";

    private static final Set<String> DEPRESSION = Set.of(
            SNOMED + "370143000",
            SNOMED + "36923009",
            SNOMED + "66344007",
            SNOMED + "15639000",
            SNOMED + "76441001",
            SNOMED + "832007",
            SNOMED + "450714000",
            SNOMED + "18818009",
            SNOMED + "36474008",
            SNOMED + "28475009");

    /** In order of precedence: a blood pressure panel stays one when it also carries a heart rate code. */
    private static final List<Kind> OBSERVATIONS = List.of(
            new Kind("monitoring-blood-pressure", Set.of(LOINC + "85354-9")),
            new Kind("monitoring-heart-rate", Set.of(LOINC + "8867-4")),
            new Kind("monitoring-respiratory-rate", Set.of(LOINC + "9279-1")),
            new Kind("monitoring-oxygen-saturation", Set.of(LOINC + "2708-6", LOINC + "59408-5")),
            new Kind("treatment-body-weight", Set.of(LOINC + "29463-7")),
            new Kind("sedation-observation", Set.of(LOCAL + "moaas", LOCAL + "rass")),
            new Kind(
                    "dissociation-observation",
                    Set.of(LOCAL + "cadss-total", LOCAL + "cadss-6-total", LOCAL + "dissociation-global")),
            new Kind(
                    "depression-score",
                    Set.of(
                            LOINC + "44261-6",
                            LOINC + "70274-6",
                            LOINC + "89209-1",
                            LOCAL + "madrs-total",
                            LOCAL + "qids-sr16-total")),
            new Kind("treatment-response", Set.of(LOCAL + "treatment-response")),
            new Kind("eligibility-assessment", Set.of(LOCAL + "eligibility")),
            new Kind("discharge-readiness", Set.of(LOCAL + "discharge-readiness")));

    private static final Set<String> QUESTIONNAIRES = Set.of("phq-9", "gad-7");

    private Routes() {}

    private record Kind(String profile, Set<String> codes) {}

    /** The id of the profile, such as {@code infusion-procedure}, or empty. */
    static Optional<String> of(JsonObject resource) {
        return switch (resource.resourceType()) {
            case "MedicationAdministration" -> administration(resource);
            case "Procedure" -> procedure(resource);
            case "Observation" -> observation(codings(resource, "code"));
            case "QuestionnaireResponse" -> questionnaireResponse(resource);
            case "Condition" -> when(depression(codings(resource, "code")), "depression-condition");
            case "CarePlan" -> when(any(codings(resource, "category"), ClinicCodes.COURSES), "treatment-course");
            default -> Optional.empty();
        };
    }

    private static Optional<String> administration(JsonObject resource) {
        List<String> agents = agents(resource);
        if (any(agents, ClinicCodes.ESKETAMINE)) {
            return Optional.of("esketamine-administration");
        }
        if (!any(agents, ClinicCodes.KETAMINE)) {
            return Optional.empty();
        }
        boolean nasal = resource.object("dosage").stream()
                .flatMap(dosage -> codings(dosage, "route").stream())
                .anyMatch(ClinicCodes.NASAL::equals);
        return Optional.of(nasal ? "esketamine-administration" : "infusion-medication-administration");
    }

    /** Named in the administration, or in a Medication inside it; one stored elsewhere is not looked up. */
    private static List<String> agents(JsonObject administration) {
        String reference = administration
                .object("medicationReference")
                .flatMap(each -> each.text("reference"))
                .orElse("");
        return Stream.concat(
                        codings(administration, "medicationCodeableConcept").stream(),
                        objects(administration, "contained")
                                .filter(each ->
                                        reference.equals("#" + each.text("id").orElse("")))
                                .flatMap(each -> codings(each, "code").stream()))
                .toList();
    }

    private static Optional<String> procedure(JsonObject resource) {
        String infusionNumber = ProfileArtefacts.CANONICAL + "StructureDefinition/infusion-number";
        return when(
                objects(resource, "extension")
                        .anyMatch(extension ->
                                infusionNumber.equals(extension.text("url").orElse(""))),
                "infusion-procedure");
    }

    private static Optional<String> observation(List<String> codes) {
        return OBSERVATIONS.stream()
                .filter(kind -> any(codes, kind.codes()))
                .map(Kind::profile)
                .findFirst();
    }

    private static Optional<String> questionnaireResponse(JsonObject resource) {
        String canonical = resource.text("questionnaire").orElse("").split("\\|", 2)[0];
        return when(
                QUESTIONNAIRES.stream()
                        .anyMatch(id -> canonical.equals(ProfileArtefacts.CANONICAL + "Questionnaire/" + id)),
                "mood-questionnaire-response");
    }

    private static boolean depression(List<String> codes) {
        return any(codes, DEPRESSION)
                || codes.stream()
                        .anyMatch(code -> code.startsWith(ICD10CM + "F32") || code.startsWith(ICD10CM + "F33"));
    }

    /** The codings of a CodeableConcept, or of a list of them, each as {@code system|code}. */
    private static List<String> codings(JsonObject parent, String concept) {
        return objects(parent, concept)
                .flatMap(each -> objects(each, "coding"))
                .map(coding -> coding.text("system").orElse("")
                        + '|'
                        + coding.text("code").orElse(""))
                .toList();
    }

    private static Stream<JsonObject> objects(JsonObject parent, String name) {
        return parent.items(name).stream().mapMulti((Json item, Consumer<JsonObject> sink) -> {
            if (item instanceof JsonObject object) {
                sink.accept(object);
            }
        });
    }

    private static boolean any(Collection<String> codes, Set<String> wanted) {
        return codes.stream().anyMatch(wanted::contains);
    }

    private static Optional<String> when(boolean condition, String profile) {
        return condition ? Optional.of(profile) : Optional.empty();
    }
}
