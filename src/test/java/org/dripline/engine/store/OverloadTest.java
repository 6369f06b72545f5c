package org.dripline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dripline.engine.TestStore;
import org.dripline.outcome.Refusal;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;

class OverloadTest {
    @Test
    void answersAnEndlessStatementWithComeBackLater() {
        try (TestStore test = new TestStore()) {
            assertThatThrownBy(() -> test.sql().transaction(configuration -> {
                        boolean h2 = configuration.family() == SQLDialect.H2;
                        configuration
                                .dsl()
                                .execute(h2 ? "set query_timeout 50" : "set local statement_timeout = '50ms'");
                        configuration
                                .dsl()
                                .fetch(
                                        h2
                                                ? "select count(*) from system_range(1, 100000) a, system_range(1, 100000) b"
                                                : "select pg_sleep(5)");
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
