package org.dripline.profile;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.hl7.fhir.r5.context.IWorkerContext;

/** The few validators there are, each for one caller at a time, so that a flood of bodies cannot take every core. */
final class ValidatorSlots {
    /** As long as a caller may wait for its turn. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final String RETRY_AFTER_SECONDS = "5";

    private final BlockingQueue<ReferenceValidator> free;
    private final Duration longestWait;

    ValidatorSlots(IWorkerContext context, int slots, Duration longestWait) {
        this.longestWait = longestWait;
        this.free = new ArrayBlockingQueue<>(slots);
        for (int i = 0; i < slots; i++) {
            free.add(new ReferenceValidator(context));
        }
    }

    /** Waits for a validator; refuses with 503 when none is free in time. Whoever takes one gives it back. */
    ReferenceValidator take() {
        try {
            ReferenceValidator validator = free.poll(longestWait.toMillis(), TimeUnit.MILLISECONDS);
            if (validator != null) {
                return validator;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Refusal.of(
                        503,
                        Issue.error(
                                "throttled",
                                "validator-busy",
                                "Too many bodies are being validated. Send it again in a moment."))
                .with("Retry-After", RETRY_AFTER_SECONDS);
    }

    void give(ReferenceValidator validator) {
        free.add(validator);
    }
}
