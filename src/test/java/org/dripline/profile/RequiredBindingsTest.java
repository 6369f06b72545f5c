package org.dripline.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.profile.Bodies.check;
import static org.dripline.profile.Bodies.errors;
import static org.dripline.profile.Bodies.issue;

import java.util.stream.Stream;
import org.dripline.outcome.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * R4's required bindings of a CodeableConcept: one coding must be of the value set, and others may say the same in the
 * sender's own words (R4, terminologies.html#required; datatypes.html#CodeableConcept).
 */
class RequiredBindingsTest {
    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
    private static final String LOCAL = "{'system': 'http://local.example/codes', 'code': 'A'}";

    private static final String ABSENT =
            "{'url': 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', 'valueCode': 'unknown'}";

    private static final String CONDITION = """
            {'resourceType': 'Condition', 'subject': {'reference': 'Patient/p1'}, 'code': {'text': 'Depression'},
             'clinicalStatus': {'coding': [{'system': '%scondition-clinical', 'code': 'active'}]},
             'verificationStatus': {'coding': [{'system': '%scondition-ver-status', 'code': 'confirmed'}]}}
            """.formatted(TERMINOLOGY, TERMINOLOGY);

    private static final String ADVERSE_EVENT = """
            {'resourceType': 'AdverseEvent', 'actuality': 'actual', 'subject': {'reference': 'Patient/p1'},
             'severity': {'coding': [{'system': '%sadverse-event-severity', 'code': 'mild'}]},
             'outcome': {'coding': [{'system': '%sadverse-event-outcome', 'code': 'resolved'}]}}
            """.formatted(TERMINOLOGY, TERMINOLOGY);

    static Stream<Arguments> bindings() {
        return Stream.of(
                Arguments.of(CONDITION, "condition-clinical", "active"),
                Arguments.of(CONDITION, "condition-ver-status", "confirmed"),
                Arguments.of(ADVERSE_EVENT, "adverse-event-severity", "mild"),
                Arguments.of(ADVERSE_EVENT, "adverse-event-outcome", "resolved"));
    }

    private static String coding(String system, String code) {
        return "{'system': '%s', 'code': '%s'}".formatted(TERMINOLOGY + system, code);
    }

    private static Verdict with(String body, String coding, String instead) {
        assertThat(body).contains(coding);
        return check(body.replace(coding, instead).replace('\'', '"'));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("bindings")
    void acceptsTheRightCodeAloneOrBesideALocalOne(String body, String system, String code) {
        String right = coding(system, code);

        assertThat(with(body, right, right).refused()).isFalse();
        assertThat(with(body, right, right + ", " + LOCAL).refused()).isFalse();
        assertThat(with(body, right, LOCAL + ", " + right).refused()).isFalse();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("bindings")
    void refusesACodeThatIsNotInTheValueSet(String body, String system, String code) {
        String right = coding(system, code);
        String wrong = coding(system, "unheard-of");

        assertThat(errors(with(body, right, wrong))).containsExactly("binding");
        assertThat(errors(with(body, right, wrong + ", " + LOCAL))).containsExactly("binding");
        assertThat(errors(with(body, right, LOCAL + ", " + wrong))).containsExactly("binding");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("bindings")
    void refusesAForeignCodeAlone(String body, String system, String code) {
        String right = coding(system, code);

        assertThat(errors(with(body, right, LOCAL))).containsExactly("binding");
        assertThat(errors(with(body, right, "{'code': '%s'}".formatted(code)))).containsExactly("binding");
        assertThat(errors(with(body, right, "{'system': 'urn:x', 'code': '%s'}".formatted(code))))
                .containsExactly("binding");
        assertThat(errors(with(body, right, coding("v3-ActCode", code)))).containsExactly("binding");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("bindings")
    void refusesWordsAlone(String body, String system, String code) {
        String concept = "{'coding': [%s]}".formatted(coding(system, code));

        assertThat(errors(with(body, concept, "{'text': 'as usual'}"))).containsExactly("binding");
    }

    /** R4, extension-data-absent-reason.html: "Provides a reason why the expected value or elements … are missing". */
    @ParameterizedTest(name = "{1}")
    @MethodSource("bindings")
    void warnsWhereAnExtensionStandsForTheCode(String body, String system, String code) {
        String concept = "{'coding': [%s]}".formatted(coding(system, code));

        Verdict verdict = with(body, concept, "{'extension': [%s]}".formatted(ABSENT));

        assertThat(verdict.refused()).isFalse();
        assertThat(issue(verdict, "code-absent").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void takesAnExtensionForAPrimitiveCode() {
        assertThat(check("{'resourceType': 'Patient', '_gender': {'extension': [%s]}}"
                                .formatted(ABSENT)
                                .replace('\'', '"'))
                        .refused())
                .isFalse();
    }
}
