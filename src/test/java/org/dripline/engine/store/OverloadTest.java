package org.dripline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dripline.engine.TestStore;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.Test;

class OverloadTest {
    @Test
    void answersAnEndlessStatementWithComeBackLater() {
        try (TestStore test = new TestStore()) {
            assertThatThrownBy(() -> test.sql().transaction(configuration -> {
                        configuration.dsl().execute("set query_timeout 50");
                        configuration
                                .dsl()
                                .fetch("select count(*) from system_range(1, 100000) a, system_range(1, 100000) b");
                    }))
                    .satisfies(failure -> assertThat(refusal(failure).status()).isEqualTo(503))
                    .satisfies(failure -> assertThat(refusal(failure).headers()).containsKey("Retry-After"));
        }
    }

    private static Refusal refusal(Throwable failure) {
        assertThat(failure).isInstanceOf(Refusal.class);
        return (Refusal) failure;
    }
}
