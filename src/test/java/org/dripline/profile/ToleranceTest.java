package org.dripline.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.profile.Bodies.PLAIN_ADMINISTRATION;
import static org.dripline.profile.Bodies.check;
import static org.dripline.profile.Bodies.errors;

import org.dripline.outcome.Issue;
import org.junit.jupiter.api.Test;

/** What the reference validator says too much or too loud, and the nearest it says rightly. */
class ToleranceTest {
    private static final String ORPHAN = "contained-orphan-dom3";
    private static final String MEDICATION = """
            "contained": [{"resourceType": "Medication", "id": "m", "code": {"coding": [
              {"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "6130"}]}}],""";

    private static String withMedicationInside(String reference) {
        return PLAIN_ADMINISTRATION.replaceFirst(
                "(?s)\"medicationCodeableConcept\".*?]},",
                MEDICATION + "\"medicationReference\": {\"reference\": \"%s\"},".formatted(reference));
    }

    /** R4, dom-3: the profile takes no reference to a Medication here, but one it is all the same. */
    @Test
    void knowsThatAContainedMedicationIsReferredTo() {
        Verdict verdict = check(withMedicationInside("#m"));

        assertThat(verdict.refused()).isFalse();
        assertThat(verdict.issues()).extracting(Issue::rule).contains("type").doesNotContain(ORPHAN);
    }

    @Test
    void refusesAContainedResourceThatNothingRefersTo() {
        assertThat(errors(check(withMedicationInside("Medication/m")))).containsExactly(ORPHAN);
    }

    /** Patients are held to the clinic's profile only when they claim it. */
    @Test
    void saysNothingOfWhatAContainedPatientLacks() {
        String inside = PLAIN_ADMINISTRATION
                .replace("Patient/p1", "#p")
                .replace("\"status\"", "\"contained\": [{\"resourceType\": \"Patient\", \"id\": \"p\"}], \"status\"");

        assertThat(check(inside).issues())
                .extracting(Issue::expression)
                .isNotEmpty()
                .doesNotContain("MedicationAdministration.subject");
    }

    @Test
    void refusesAContainedResourceOfAWrongType() {
        String inside = PLAIN_ADMINISTRATION
                .replace("Patient/p1", "#o")
                .replace(
                        "\"status\"",
                        "\"contained\": [{\"resourceType\": \"Organization\", \"id\": \"o\", \"name\": \"O\"}], \"status\"");

        assertThat(errors(check(inside))).containsOnly("reference-type");
    }
}
