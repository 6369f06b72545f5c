package org.dripline.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.validation.FhirValidator;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.dripline.outcome.Refusal;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.junit.jupiter.api.Test;

/** Validators are few, shared and kept. */
class ValidatorSlotsTest {

    @Test
    void refusesWith503WhenEverySlotStaysTaken() {
        ValidatorSlots slots = new ValidatorSlots(
                Bodies.validator(ProfileMode.ROUTED).conformance().context(), 1, Duration.ofMillis(20));
        ReferenceValidator taken = slots.take();

        assertThatExceptionOfType(Refusal.class).isThrownBy(slots::take).satisfies(refusal -> {
            assertThat(refusal.status()).isEqualTo(503);
            assertThat(refusal.headers()).containsKey("Retry-After");
        });
        slots.give(taken);
        assertThat(slots.take()).isSameAs(taken);
    }

    @Test
    void saysTheSameInParallelAsAlone() throws Exception {
        List<String> bodies = Stream.of(
                        "failing/phq-9-total-contradicts",
                        "failing/administration-weight-in-pounds",
                        "failing/score-phq-9-28",
                        "passing/phq-9-with-total",
                        "passing/blood-pressure",
                        "failing/procedure-completed-without-end")
                .map(Bodies::example)
                .toList();
        List<Verdict> alone = bodies.stream().map(Bodies::check).toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            // Past the 200 uses after which a validator is replaced.
            for (int round = 0; round < 60; round++) {
                List<Future<Verdict>> verdicts = bodies.stream()
                        .map(body -> threads.submit(() -> Bodies.check(body)))
                        .toList();
                for (int i = 0; i < bodies.size(); i++) {
                    assertThat(verdicts.get(i).get()).isEqualTo(alone.get(i));
                }
            }
        }
    }

    /** A note, not a limit: the machine decides. */
    @Test
    void notesTheCostOfACheck() {
        String body = Bodies.example("passing/blood-pressure");
        String failing = Bodies.example("failing/phq-9-total-contradicts");
        FhirValidator stock = FhirContext.forR4Cached().newValidator();
        stock.registerValidatorModule(new FhirInstanceValidator(
                Bodies.validator(ProfileMode.ROUTED).conformance().support()));

        System.out.printf(
                "CPU per check: accepted %.1f ms, refused %.1f ms, stock HAPI on the accepted body %.1f ms%n",
                milliseconds(() -> Bodies.check(body)),
                milliseconds(() -> Bodies.check(failing)),
                milliseconds(() -> stock.validateWithResult(body)));
        assertThat(Bodies.check(body).refused()).isFalse();
    }

    private static double milliseconds(Runnable work) {
        int times = 60;
        for (int i = 0; i < times; i++) {
            work.run();
        }
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            work.run();
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6 / times;
    }
}
