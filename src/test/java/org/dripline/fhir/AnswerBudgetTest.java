package org.dripline.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dripline.engine.bundle.Place;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.Test;

class AnswerBudgetTest {
    private static Reply half() {
        return Reply.json(200, new byte[(int) (AnswerBudget.MAX_BYTES / 2) + 1]);
    }

    /** A thousand entries that read a page of a thousand took all memory of the server. */
    @Test
    void letsABundleReadSoMuchAndNoMore() {
        AnswerBudget budget = new AnswerBudget();
        budget.spend(Place.entry(0), AnswerBudgetTest::half);
        budget.spend(Place.entry(1), AnswerBudgetTest::half);

        assertThatThrownBy(() -> budget.spend(Place.entry(2), AnswerBudgetTest::half))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(413);
                    assertThat(refusal.issues().getFirst().expression()).isEqualTo("Bundle.entry[2]");
                });
    }
}
