package org.dripline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.dripline.engine.TestStore;
import org.dripline.outcome.Refusal;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
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

    /** An answer to COMMIT that is an error says that it did not happen; no answer says nothing. */
    @Test
    void tellsACommitThatFailedFromOneThatIsUnknown() {
        assertThat(refusal(Overload.translateCommit(failed("53100"))).issues())
                .allMatch(issue -> issue.rule().equals("no-room"));
        assertThat(refusal(Overload.translateCommit(failed("58030"))).status()).isEqualTo(503);
        assertThat(refusal(Overload.translateCommit(failed("08006"))).issues())
                .allMatch(issue -> issue.rule().equals("lost-commit"));
    }

    private static RuntimeException failed(String state) {
        return new DataAccessException("commit", new SQLException("refused", state));
    }

    private static Refusal refusal(Throwable failure) {
        assertThat(failure).isInstanceOf(Refusal.class);
        return (Refusal) failure;
    }
}
