package org.dripline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dripline.engine.store.DatabaseFolder;
import org.dripline.engine.store.DatabaseUnusable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Makes the backups of the embedded database that {@link DataCommand} orders, beside the serving. */
@Component
final class Backups implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final ServerSettings settings;
    private final boolean embedded;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::watch, "backups");

    Backups(ServerSettings settings, DatabaseSettings server) {
        this.settings = settings;
        this.embedded = server.server().isEmpty();
    }

    @Override
    public void start() {
        if (embedded) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void watch() {
        Path folder = DataFolder.at(settings.data()).path();
        DatabaseFolder database = new DatabaseFolder(folder);
        try {
            BackupOrder.discardAll(folder);
            while (!stopped.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                for (BackupOrder order : BackupOrder.placedIn(folder)) {
                    carryOut(order, database);
                }
            }
        } catch (IOException e) {
            LOG.warn("The data folder cannot be read; no backups are made until the next start.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void carryOut(BackupOrder order, DatabaseFolder database) throws IOException {
        long begun = System.nanoTime();
        try {
            order.carryOut(database);
            LOG.info("Made a backup in {} ms.", (System.nanoTime() - begun) / 1_000_000);
        } catch (DatabaseUnusable | UncheckedIOException failure) {
            LOG.warn("A backup could not be made.", failure);
        }
    }

    /** Before the database is closed. Never by an interrupt: it would close H2's file under all others. */
    @Override
    public void stop() {
        stopped.countDown();
        try {
            if (thread.isAlive()) {
                thread.join(LONGEST_STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }
}
