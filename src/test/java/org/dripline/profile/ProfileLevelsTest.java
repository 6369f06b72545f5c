package org.dripline.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.profile.Bodies.PLAIN_ADMINISTRATION;
import static org.dripline.profile.Bodies.check;
import static org.dripline.profile.Bodies.errors;
import static org.dripline.profile.Bodies.example;
import static org.dripline.profile.Bodies.issue;
import static org.dripline.profile.Bodies.unclaimed;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Severity;
import org.junit.jupiter.api.Test;

/** What refuses and what only warns: base R4, claimed profiles, routed profiles (architecture, section 4). */
class ProfileLevelsTest {
    private static final String BLOOD_PRESSURE_WITHOUT_DIASTOLIC = """
            {"resourceType": "Observation", "status": "final",
             "category": [{"coding": [
               {"system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "vital-signs"}]}],
             "code": {"coding": [{"system": "http://loinc.org", "code": "85354-9"}]},
             "subject": {"reference": "Patient/p1"}, "effectiveDateTime": "2026-01-05T14:15:00Z",
             "component": [{"code": {"coding": [{"system": "http://loinc.org", "code": "8480-6"}]},
               "valueQuantity":
                 {"value": 142, "unit": "mmHg", "system": "http://unitsofmeasure.org", "code": "mm[Hg]"}}]}
            """;

    @Test
    void acceptsARoutedRecordThatLacksWhatTheProfileAsksFor() {
        Verdict verdict = check(PLAIN_ADMINISTRATION);

        assertThat(verdict.refused()).isFalse();
        assertThat(verdict.issues())
                .filteredOn(each -> each.rule().equals("required"))
                .extracting(Issue::severity)
                .isNotEmpty()
                .containsOnly(Severity.WARNING);
    }

    @Test
    void refusesTheSameRecordWhenItClaimsTheProfile() {
        String claimed = PLAIN_ADMINISTRATION.replace(
                "\"status\"",
                "\"meta\": {\"profile\": [\"https://fhir.dripline.example/StructureDefinition/infusion-medication-administration\"]}, \"status\"");

        Verdict verdict = check(claimed);

        assertThat(errors(verdict)).isNotEmpty().containsOnly("required");
        assertThat(verdict.malformed()).isFalse();
        assertThat(verdict.refusal().status()).isEqualTo(422);
    }

    @Test
    void refusesTheSameRecordInStrictMode() {
        assertThat(errors(check(ProfileMode.STRICT, PLAIN_ADMINISTRATION))).containsOnly("required");
    }

    @Test
    void refusesARoutedRecordThatContradictsItself() {
        String contradiction = PLAIN_ADMINISTRATION.replace("\"value\": 0.5", "\"value\": 0.9");

        assertThat(errors(check(contradiction))).containsExactly("ki-dose-per-kg");
        assertThat(check(ProfileMode.CLAIMED, contradiction).issues()).isEmpty();
    }

    @Test
    void asksWhetherPoundsWereTakenForKilograms() {
        String pounds = PLAIN_ADMINISTRATION.replace("\"value\": 80", "\"value\": 176");

        assertThat(issue(check(pounds), "ki-dose-per-kg").text()).contains("pounds taken for kilograms?");
        assertThat(issue(check(PLAIN_ADMINISTRATION.replace("\"value\": 0.5", "\"value\": 0.9")), "ki-dose-per-kg")
                        .text())
                .doesNotContain("pounds")
                .contains("Expected:");
    }

    @Test
    void storesAStoppedAdministrationWithTheOrderedDosePerKilogram() {
        assertThat(check(PLAIN_ADMINISTRATION
                                .replace("\"completed\"", "\"stopped\"")
                                .replace("\"value\": 40", "\"value\": 12"))
                        .refused())
                .isFalse();
    }

    @Test
    void allowsForTheDigitsInWhichTheDosePerKilogramWasWritten() {
        String given = PLAIN_ADMINISTRATION.replace("\"value\": 40", "\"value\": 43");

        assertThat(check(given).refused()).isFalse();
        assertThat(errors(check(given.replace("\"value\": 0.5", "\"value\": 0.50"))))
                .containsExactly("ki-dose-per-kg");
    }

    @Test
    void doesNotComputeAcrossUnits() {
        String grams = PLAIN_ADMINISTRATION
                .replace("\"value\": 40", "\"value\": 0.04")
                .replace("\"code\": \"mg\"}", "\"code\": \"g\"}");

        assertThat(check(grams).refused()).isFalse();
    }

    @Test
    void refusesAWrongTotalWithRulePlaceAndExpression() {
        Verdict verdict = check(unclaimed("failing/phq-9-total-contradicts"));

        assertThat(errors(verdict)).containsExactly("ki-phq9-total");
        assertThat(verdict.refusal().status()).isEqualTo(422);
        Issue issue = issue(verdict, "ki-phq9-total");
        assertThat(issue.code()).isEqualTo("invariant");
        assertThat(issue.expression()).isEqualTo("QuestionnaireResponse.item[9].answer[0].value.ofType(decimal)");
        assertThat(issue.findPlace()).isPresent();
        assertThat(issue.text()).contains("44261-6").contains("leave it out");
    }

    @Test
    void asksForOneCodingOfARequiredValueSetNotForAll() {
        String condition = """
                {"resourceType": "Condition", "subject": {"reference": "Patient/p1"}, "code": {"text": "Depression"},
                 "clinicalStatus": {"coding": [
                   {"system": "http://local.example/status", "code": "A"},
                   {"system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active"}]}}""";

        assertThat(check(condition).refused()).isFalse();
        assertThat(errors(check(condition.replace("\"active\"", "\"lively\"")))).containsExactly("binding");
    }

    @Test
    void comparesTotalsAsNumbers() {
        String decimal = unclaimed("passing/phq-9-with-total").replaceFirst("(\"valueDecimal\": \\d+)\\b", "$1.0");

        assertThat(decimal).contains(".0");
        assertThat(check(decimal).refused()).isFalse();
    }

    @Test
    void warnsOfABloodPressureWithoutDiastolicAndRefusesItWhenClaimed() {
        Verdict routed = check(BLOOD_PRESSURE_WITHOUT_DIASTOLIC);
        Verdict claimed = check(BLOOD_PRESSURE_WITHOUT_DIASTOLIC.replace(
                "\"status\"", "\"meta\": {\"profile\": [\"http://hl7.org/fhir/StructureDefinition/bp\"]}, \"status\""));

        assertThat(routed.refused()).isFalse();
        assertThat(routed.issues()).anyMatch(each -> each.text().contains("DiastolicBP"));
        assertThat(errors(claimed)).contains("required");
    }

    @Test
    void warnsOfABrokenExtensionOfOursAsAProfileErrorNotAsBrokenR4() {
        Verdict verdict = check(PLAIN_ADMINISTRATION.replace("\"code\": \"kg\"", "\"code\": \"[lb_av]\""));

        assertThat(errors(verdict)).containsExactly("fixed-value");
        assertThat(verdict.malformed()).isFalse();
        assertThat(issue(verdict, "fixed-value").text()).contains("[lb_av]").contains("kg");
    }

    @Test
    void warnsOfAnUnknownProfile() {
        Verdict verdict = check("""
                {"resourceType": "Patient", "meta": {"profile": ["https://elsewhere.example/StructureDefinition/x"]}}
                """);

        assertThat(verdict.refused()).isFalse();
        assertThat(issue(verdict, "profile-unknown").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void refusesAClaimOfAnotherTypesProfile() {
        Verdict verdict = check("""
                {"resourceType": "Patient", "meta": {"profile": ["http://hl7.org/fhir/StructureDefinition/bp"]}}
                """);

        assertThat(errors(verdict)).containsExactly("profile-type");
        assertThat(verdict.refusal().status()).isEqualTo(422);
    }

    @Test
    void routesByWhatTheCallerKnows() {
        byte[] body = """
                {"resourceType": "Procedure", "status": "completed", "subject": {"reference": "Patient/p1"}}
                """.getBytes(StandardCharsets.UTF_8);
        JsonObject tree = JsonReader.read(body, Limits.DEFAULT);
        ProfileValidator validator = Bodies.validator(ProfileMode.ROUTED);

        assertThat(validator.check(body, BodyFormat.JSON, tree).issues()).isEmpty();
        assertThat(validator
                        .check(body, BodyFormat.JSON, tree, Set.of("infusion-procedure"))
                        .issues())
                .filteredOn(each -> each.rule().equals("ki-proc-end"))
                .extracting(Issue::severity)
                .containsExactly(Severity.WARNING);
        assertThat(errors(Bodies.validator(ProfileMode.STRICT)
                        .check(body, BodyFormat.JSON, tree, Set.of("infusion-procedure"))))
                .contains("ki-proc-end");
    }

    @Test
    void warmsUpEveryProfile() {
        long start = System.nanoTime();
        Bodies.validator(ProfileMode.ROUTED).warmUp();

        System.out.printf("Warm-up: %.1f s%n", (System.nanoTime() - start) / 1e9);
        assertThat(check(PLAIN_ADMINISTRATION).refused()).isFalse();
    }

    @Test
    void acceptsIntegerAnswersAndWarnsThatNoTotalIsDerived() {
        Verdict verdict = check(example("warned/phq-9-integer-answers"));

        assertThat(verdict.refused()).isFalse();
        assertThat(verdict.issues()).extracting(Issue::rule).contains("ki-phq9-complete");
    }

    @Test
    void refusesAnAnswerOutsideTheOptionsWhenTheProfileIsClaimed() {
        String other = "passing/phq-9-with-total";

        assertThat(errors(check(example(other).replaceFirst("LA6570-1", "LA32-8"))))
                .contains("questionnaire-answer");
        assertThat(check(unclaimed("passing/phq-9-without-total").replaceFirst("LA6570-1", "LA32-8"))
                        .refused())
                .isFalse();
    }
}
