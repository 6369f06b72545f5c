package org.dripline.durability;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.durability.Patience.await;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dripline.engine.PostgresForTests;
import org.dripline.engine.store.DatabaseServer;
import org.junit.jupiter.api.Test;

/**
 * Cuts the connections between a server under load and its database before, at and after COMMIT, and anywhere else
 * (architecture 2, durability). What was answered must be true, and whoever repeats what was refused must not do it
 * twice.
 */
class PostgresFaultTest {
    private static final Duration UNTIL_CUT = Duration.ofSeconds(30);
    private static final int MOST_PAUSE_MILLIS = 40;

    private final Random random = new Random();

    @Test
    void answersTrulyWhenConnectionsAreCut() throws Exception {
        try (PostgresForTests postgres = PostgresForTests.ofOnesOwn()) {
            DatabaseServer database = postgres.migrated();
            try (CuttingProxy proxy = new CuttingProxy(database);
                    HttpLoad load = new HttpLoad(proxy.database())) {
                load.begin();
                for (int count = 0; count < Soak.rounds(60, 300); count++) {
                    cut(proxy, Cut.any(random));
                }
                for (int count = 0; count < Soak.rounds(0, 3); count++) {
                    cut(proxy, Cut.silence());
                }
                Duration recovery = load.awaitRecovery();
                Told told = load.end();
                Soak.report("postgresql-cuts", summary(proxy.done(), told, recovery));
                load.audit(database);
                assertThat((long) told.unknown())
                        .as("answers that leave open what was stored")
                        .isGreaterThanOrEqualTo(left(proxy.done()));
            }
        }
    }

    private void cut(CuttingProxy proxy, Cut cut) throws InterruptedException {
        proxy.cut(cut);
        await("a connection to cut: " + cut, UNTIL_CUT, proxy::isDone);
        Thread.sleep(random.nextInt(MOST_PAUSE_MILLIS));
    }

    /** Writes whose caller cannot know what became of them. */
    private static long left(List<CuttingProxy.Done> done) {
        return done.stream()
                .filter(each -> each.writer() && each.moment().leavesUnknown())
                .count();
    }

    private static String summary(List<CuttingProxy.Done> done, Told told, Duration recovery) {
        Map<Cut.Moment, Long> moments = done.stream()
                .collect(groupingBy(CuttingProxy.Done::moment, () -> new EnumMap<>(Cut.Moment.class), counting()));
        return "%d cuts, %s; %d at the COMMIT of a write leave its outcome unknown%n%s%nwrites again after %d ms"
                .formatted(done.size(), moments, left(done), told, recovery.toMillis());
    }
}
