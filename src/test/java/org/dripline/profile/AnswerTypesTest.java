package org.dripline.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.profile.Bodies.check;
import static org.dripline.profile.Bodies.errors;
import static org.dripline.profile.Bodies.example;
import static org.dripline.profile.Bodies.issue;
import static org.dripline.profile.Bodies.unclaimed;

import org.dripline.outcome.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Answers of another type than the questionnaire asks for (R4, questionnaireresponse.html). Numbers happen in true
 * records and warn; anything else contradicts the questionnaire that the response itself names.
 */
class AnswerTypesTest {
    private static final String RULE = "questionnaire-answer";
    private static final String GOOD = "passing/phq-9-with-total";
    private static final String ITEM = "/44250-9";
    private static final String TOTAL = "/44261-6";

    private static String answered(String body, String linkId, String value) {
        String answer =
                "(?s)(\"linkId\": \"%s\",\\s*\"answer\": \\[\\s*\\{).*?\\}(\\s*\\})?(?=\\s*\\])".formatted(linkId);
        String changed = body.replaceFirst(answer, "$1" + value.replace('\'', '"') + "}");
        assertThat(changed).isNotEqualTo(body);
        return changed;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'valueString': 'not at all'",
                "'valueString': '1'",
                "'valueBoolean': true",
                "'valueQuantity': {'value': 1}",
                "'valueDate': '2026-01-05'",
            })
    void refusesAnItemThatIsNotAnsweredByACode(String value) {
        assertThat(errors(check(answered(example(GOOD), ITEM, value)))).containsExactly(RULE);
        assertThat(errors(check(answered(unclaimed(GOOD), ITEM, value)))).containsExactly(RULE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'valueString': '12'", "'valueCoding': {'code': '12'}", "'valueQuantity': {'value': 12}"})
    void refusesATotalThatIsNotANumber(String value) {
        assertThat(errors(check(answered(example(GOOD), TOTAL, value)))).containsExactly(RULE);
        assertThat(errors(check(answered(unclaimed(GOOD), TOTAL, value)))).containsExactly(RULE);
        assertThat(check(answered(unclaimed(GOOD), TOTAL, value)).refusal().status())
                .isEqualTo(422);
    }

    /** No total is derived then, and a stated one is not checked. */
    @ParameterizedTest
    @ValueSource(strings = {"'valueInteger': 1", "'valueDecimal': 1"})
    void warnsOfANumberInPlaceOfACode(String value) {
        for (String body : new String[] {example(GOOD), unclaimed(GOOD)}) {
            Verdict verdict = check(answered(body, ITEM, value));

            assertThat(verdict.refused()).isFalse();
            assertThat(issue(verdict, RULE).severity()).isEqualTo(Severity.WARNING);
        }
    }

    @Test
    void comparesAnIntegerTotal() {
        assertThat(errors(check(answered(unclaimed(GOOD), TOTAL, "'valueInteger': 26"))))
                .containsExactly("ki-phq9-total");
    }

    @Test
    void leavesUnclaimedAnswersAloneWhereNothingIsRouted() {
        String body = answered(unclaimed(GOOD), TOTAL, "'valueString': '12'");

        assertThat(check(ProfileMode.CLAIMED, body).refused()).isFalse();
        assertThat(errors(check(ProfileMode.STRICT, body))).containsExactly(RULE);
    }
}
