package org.dripline.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.profile.Bodies.PLAIN_ADMINISTRATION;
import static org.dripline.profile.Bodies.check;
import static org.dripline.profile.Bodies.errors;
import static org.dripline.profile.Bodies.issue;

import org.dripline.outcome.Issue;
import org.dripline.outcome.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reference validator says too much or too loud, and the nearest it says rightly. */
class ToleranceTest {
    private static final String ORPHAN = "contained-orphan-dom3";
    private static final String MEDICATION = """
            "contained": [{"resourceType": "Medication", "id": "m", "code": {"coding": [
              {"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "6130"}]}}],""";

    private static Verdict identifiedIn(String system) {
        return check("{\"resourceType\": \"Patient\", \"identifier\": [{\"system\": \"%s\", \"value\": \"1\"}]}"
                .formatted(system));
    }

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

    /** R4's pattern of an oid: urn:oid:[0-2](\.(0|[1-9][0-9]*))+. */
    @ParameterizedTest
    @ValueSource(strings = {"urn:oid:1.2.3", "urn:oid:2.16.840.1.113883.4.1", "urn:oid:0.0", "urn:oid:2.999"})
    void takesEveryOidThatR4Takes(String system) {
        assertThat(identifiedIn(system).issues()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:oid:3.2.3", "urn:oid:1.2.03", "urn:oid:1", "urn:oid:1.2.", "urn:oid:", "oid:1.2.3"})
    void refusesWhatIsNoOid(String system) {
        assertThat(errors(identifiedIn(system))).contains("value-format");
    }

    /** R4, datatypes.html#uri: "URIs can be absolute or relative". */
    @Test
    void warnsOfANumberingSystemThatOthersCannotKnow() {
        Verdict verdict = identifiedIn("MRN");

        assertThat(verdict.refused()).isFalse();
        assertThat(issue(verdict, "identifier-system").severity()).isEqualTo(Severity.WARNING);
        assertThat(issue(verdict, "identifier-system").text()).contains("absolute");
        assertThat(identifiedIn("urn:clinic:mrn").issues()).isEmpty();
        assertThat(errors(identifiedIn("our MRN"))).containsExactly("value-format");
    }
}
