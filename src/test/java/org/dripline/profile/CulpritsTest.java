package org.dripline.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.profile.Bodies.PLAIN_ADMINISTRATION;
import static org.dripline.profile.Bodies.check;
import static org.dripline.profile.Bodies.example;
import static org.dripline.profile.Bodies.issue;
import static org.dripline.profile.Bodies.unclaimed;

import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.dripline.document.XmlWriter;
import org.dripline.outcome.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Issues point at the element that is to be mended, not at the whole around it. */
class CulpritsTest {
    private static final String TOTAL = "QuestionnaireResponse.item[9].answer[0].value.ofType(decimal)";

    @ParameterizedTest
    @CsvSource({
        "phq-9-total-contradicts, ki-phq9-total, " + TOTAL,
        "gad-7-total-contradicts, ki-gad7-total, QuestionnaireResponse.item[7].answer[0].value.ofType(decimal)",
        "administration-dose-per-kg-contradicts, ki-dose-per-kg, MedicationAdministration.dosage.dose",
        "administration-completed-zero-dose, ki-dose-positive, MedicationAdministration.dosage.dose",
        "esketamine-60-mg, ki-esk-dose, MedicationAdministration.dosage.dose",
        "score-madrs-61, ki-score-range, Observation.value.ofType(Quantity)",
        "sedation-rass-5, ki-sed-range, Observation.value.ofType(Quantity)",
        "dissociation-cadss-93, ki-diss-range, Observation.value.ofType(Quantity)",
        "response-fall-too-small, ki-resp-category, Observation.value.ofType(CodeableConcept)",
        "response-percent-contradicts, ki-resp-change, Observation.component[2].value.ofType(Quantity)",
    })
    void pointsAtTheElementToMend(String name, String rule, String expression) {
        assertThat(issue(check(example("failing/" + name)), rule).expression()).isEqualTo(expression);
    }

    @Test
    void givesTheLineOfThatElement() {
        String body = unclaimed("failing/phq-9-total-contradicts");

        Issue issue = issue(check(body), "ki-phq9-total");

        int line = issue.findPlace().orElseThrow().line();
        assertThat(body.lines().toList().get(line - 1)).contains("valueDecimal");
    }

    @Test
    void pointsIntoXmlToo() {
        JsonObject tree = JsonReader.read(
                example("failing/phq-9-total-contradicts").getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Limits.DEFAULT);

        Verdict verdict = Bodies.validator(ProfileMode.ROUTED).check(XmlWriter.bytes(tree), BodyFormat.XML, tree);

        assertThat(issue(verdict, "ki-phq9-total").expression()).isEqualTo(TOTAL);
    }

    /** A rule that several elements together break stays with the whole. */
    @Test
    void staysWithTheWholeWhereNoElementIsToBlame() {
        assertThat(issue(check(example("failing/gad-7-item-twice")), "ki-qr-unique")
                        .expression())
                .isEqualTo("QuestionnaireResponse");
        assertThat(issue(check(example("failing/administration-completed-without-end")), "ki-admin-end")
                        .expression())
                .isEqualTo("MedicationAdministration");
        assertThat(check(PLAIN_ADMINISTRATION).refused()).isFalse();
    }
}
