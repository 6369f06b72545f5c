package org.dripline.durability;

import static org.dripline.durability.Patience.await;

import java.time.Duration;
import org.dripline.engine.PostgresForTests;
import org.dripline.engine.store.DatabaseServer;
import org.junit.jupiter.api.Test;

/** {@link KillRounds} on PostgreSQL, which ends the transactions of a killed process by itself. */
class PostgresKillTest {
    @Test
    void keepsEveryAcknowledgedWrite() throws Exception {
        try (PostgresForTests postgres = PostgresForTests.ofOnesOwn()) {
            DatabaseServer database = postgres.migrated();
            KillRounds rounds = new KillRounds(OpenStore.place(database));
            for (int round = 1; round <= Soak.rounds(3, 10); round++) {
                rounds.kill(round);
                // What they had sent may still be carried out.
                await(
                        "the end of the killed processes' transactions",
                        Duration.ofSeconds(20),
                        () -> postgres.users(database) == 0);
                rounds.audit();
            }
            Soak.report("postgresql-kills", rounds.count() + " writes acknowledged by killed processes, all there");
        }
    }
}
