package org.dripline;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.dripline.engine.store.Reprojection;
import org.dripline.outcome.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Rebuilds the typed rows beside the serving: when another mapping, zone or base made them, when an earlier start was
 * stopped while it did so, and when the operator asks. Until it is done, searches may answer by the older rows.
 */
@Component
final class RowRebuilding implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RowRebuilding.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    /** Resources between two lines of the log. */
    private static final int STEP = 5_000;

    private final Reprojection reprojection;
    private final boolean asked;
    private final Thread thread = new Thread(this::rebuild, "row-rebuilding");
    private volatile boolean stopped;

    RowRebuilding(Reprojection reprojection, ServerSettings settings) {
        this.reprojection = reprojection;
        this.asked = settings.reproject();
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (asked) {
            reprojection.request();
        }
        if (reprojection.left() > 0 && !stopped) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void rebuild() {
        while (!stopped) {
            try {
                long total = reprojection.left();
                LOG.info("Rebuilding the typed rows of {} resources, while serving ...", total);
                reprojection.run(new Progress(total)::add);
                LOG.info("Rebuilt the typed rows.");
                return;
            } catch (CancellationException stop) {
                LOG.info("Stopped rebuilding typed rows; the next start goes on.");
            } catch (Refusal unreachable) {
                LOG.warn("The database cannot be reached; rebuilding goes on when it can.");
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException stop) {
            stopped = true;
        }
    }

    private final class Progress {
        private final long total;
        private long done;

        Progress(long total) {
            this.total = total;
        }

        void add(long resources) {
            long before = done / STEP;
            done += resources;
            if (done / STEP > before) {
                LOG.info("Rebuilt the typed rows of {} of {} resources.", done, total);
            }
            if (stopped) {
                throw new CancellationException();
            }
        }
    }

    @Override
    public void start() {
        // Not before the server is ready.
    }

    /** Before the database is closed. */
    @Override
    public void stop() {
        stopped = true;
        try {
            if (thread.isAlive()) {
                thread.join(Duration.ofSeconds(10));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !stopped;
    }
}
