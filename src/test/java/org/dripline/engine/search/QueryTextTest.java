package org.dripline.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.Test;

class QueryTextTest {
    @Test
    void keepsOrderRepetitionAndEmptyValues() {
        assertThat(QueryText.parse("b=1&a=2&&b=&c&d=x=y", 10))
                .containsExactly(
                        new Parameter("b", "1"),
                        new Parameter("a", "2"),
                        new Parameter("b", ""),
                        new Parameter("c", ""),
                        new Parameter("d", "x=y"));
    }

    @Test
    void takesAsManyParametersAsAllowedAndNotOneMore() {
        assertThat(QueryText.parse(parameters(1000), 1000)).hasSize(1000);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> QueryText.parse(parameters(1001), 1000));
    }

    private static String parameters(int count) {
        return String.join("&", Collections.nCopies(count, "a=b"));
    }
}
