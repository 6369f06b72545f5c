package org.dripline.durability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dripline.engine.PostgresForTests;
import org.dripline.engine.store.DatabaseServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stops the database under a server that is busy, as an operator does and as a crash does in turn, and starts it again
 * (architecture 2, durability). The server must go on by itself, and have promised nothing that is lost.
 */
class PostgresRestartTest {
    @TempDir
    Path data;

    private final Random random = new Random();

    @Test
    void goesOnWhenTheDatabaseComesBack() throws Exception {
        List<Long> recoveries = new ArrayList<>();
        try (PostgresForTests postgres = PostgresForTests.ofOnesOwn(data)) {
            DatabaseServer database = postgres.migrated();
            try (HttpLoad load = new HttpLoad(database)) {
                load.begin();
                for (int round = 0; round < Soak.rounds(2, 10); round++) {
                    Thread.sleep(random.nextInt(1_000));
                    if (round % 2 == 0) {
                        postgres.crash(data);
                    } else {
                        postgres.stop();
                    }
                    Thread.sleep(random.nextInt(2_000));
                    postgres.start();
                    Duration recovery = load.awaitRecovery();
                    recoveries.add(recovery.toMillis());
                }
                Told told = load.end();
                Soak.report("postgresql-restarts", told + "\nwrites again after ms: " + recoveries);
                load.audit(database);
            }
        }
    }
}
