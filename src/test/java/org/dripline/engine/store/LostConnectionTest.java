package org.dripline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.dripline.outcome.Refusal;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A refusal is never repeated by the store, so what became of a COMMIT stays for the caller to find out. */
class LostConnectionTest {
    @ParameterizedTest
    @ValueSource(strings = {"08006", "08003", "57P01", "57P02"})
    void leavesTheOutcomeOfACommitOpen(String state) {
        RuntimeException told = Overload.translateCommit(failure(new SQLException("gone", state)));

        assertThat(told).isInstanceOf(Refusal.class).hasMessage("lost-commit");
        assertThat(((Refusal) told).headers()).containsKey("Retry-After");
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08003", "57P01", "57P02"})
    void saysOfAStatementThatNothingWasStored(String state) {
        RuntimeException told = Overload.translate(failure(new SQLException("gone", state)));

        assertThat(told).isInstanceOf(Refusal.class).hasMessage("no-database");
        assertThat(((Refusal) told).headers()).containsKey("Retry-After");
    }

    @Test
    void findsOutWhileItReadsAValue() {
        SQLException ofJooq = new SQLException("Error while reading field", new SQLException("gone", "08006"));

        assertThat(Overload.translate(failure(ofJooq))).hasMessage("no-database");
    }

    /** The server has said that it rolled back, so that the store may try once more. */
    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "23505"})
    void leavesALostRaceToTheStore(String state) {
        DataAccessException race = failure(new SQLException("lost", state));

        assertThat(Overload.translateCommit(race)).isSameAs(race);
    }

    private static DataAccessException failure(SQLException cause) {
        return new DataAccessException("failed", cause);
    }
}
