package org.dripline.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.durability.Patience.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dripline.engine.store.DatabaseServer;
import org.dripline.stories.RunningServer;

/**
 * Writers and readers of a real server, who go on whatever becomes of its database, and hold all answers to it
 * afterwards.
 */
final class HttpLoad implements AutoCloseable {
    private static final int WRITERS = 6;
    private static final int READERS = 2;

    /** How soon it goes on by itself: the pool looks for the database at least every five seconds. */
    private static final Duration RECOVERY = Duration.ofSeconds(20);

    /** What a connection, a statement or an answer may take, and what a busy machine needs on top. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private static final int FEED_PAUSE_MILLIS = 20;

    private final RunningServer server;
    private final Told told = new Told();
    private final FeedReader feed = new FeedReader();
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS + READERS + 1);
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean over;

    /** The server's database may be reached in any way, over a proxy or not. */
    HttpLoad(DatabaseServer database) {
        server = new RunningServer(List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--dripline.references=unchecked"));
    }

    void begin() throws InterruptedException {
        for (int number = 0; number < WRITERS; number++) {
            HttpWriter writer = new HttpWriter(server, told, "writer-" + number);
            running.add(threads.submit(() -> {
                writer.writeUntil(() -> over);
                return null;
            }));
        }
        for (int reader = 0; reader < READERS; reader++) {
            running.add(threads.submit(this::readForEver));
        }
        running.add(threads.submit(() -> {
            while (!over) {
                feed.readOn(server.store(), server.sql());
                Thread.sleep(FEED_PAUSE_MILLIS);
            }
            return null;
        }));
        awaitWrites(Duration.ofSeconds(30));
    }

    private void readForEver() {
        Random random = new Random();
        while (!over) {
            String shared = "/Procedure/shared-" + random.nextInt(10);
            List<String> paths = List.of(shared, shared + "/_history", "/Procedure?code=14152002&_count=3");
            long begin = System.nanoTime();
            HttpResponse<byte[]> response = server.get(paths.get(random.nextInt(paths.size())));
            told.waited(System.nanoTime() - begin);
            if (response.statusCode() == 200 || response.statusCode() == 404) {
                told.read();
            } else {
                told.refuse(response);
            }
        }
    }

    /** Until writers succeed again; how long that took. */
    Duration awaitRecovery() throws InterruptedException {
        return awaitWrites(RECOVERY);
    }

    private Duration awaitWrites(Duration most) throws InterruptedException {
        int before = told.acknowledged().size();
        return await("more writes to succeed", most, () -> told.acknowledged().size() > before + WRITERS);
    }

    /** Lets everybody come to an end. */
    Told end() throws InterruptedException, ExecutionException {
        over = true;
        for (Future<?> each : running) {
            each.get();
        }
        feed.readOn(server.store(), server.sql());
        return told;
    }

    /** Compares all that was told with what is there. */
    void audit(DatabaseServer database) {
        told.expectNothingWrong(LONGEST_WAIT);
        try (OpenStore open = new OpenStore(OpenStore.place(database))) {
            new StoreAudit(open).expect(told.acknowledged());
            new StoreAudit(open).expectNone(told.denied());
            feed.expectAll(open);
        }
        assertThat(told.acknowledged()).isNotEmpty();
    }

    @Override
    public void close() {
        over = true;
        threads.shutdownNow();
        server.close();
    }
}
